# Logs go to Log Analytics, metrics to managed Prometheus.

resource "azurerm_log_analytics_workspace" "main" {
  name                = "log-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  sku                 = "PerGB2018"
  retention_in_days   = var.log_retention_days
  daily_quota_gb      = var.log_daily_quota_gb
  tags                = local.tags

  # Agents come with managed identities.
  local_authentication_enabled = false
}

# --- What AKS sends ---------------------------------------------------------------------------------------------------

# Container logs; the metrics that Container insights would store beside them are Prometheus' already. As a template,
# since azurerm's own resource documents none of Container insights' streams.
resource "azurerm_resource_group_template_deployment" "container_logs" {
  name                = local.container_logs_rule
  resource_group_name = azurerm_resource_group.main.name
  deployment_mode     = "Incremental"
  tags                = local.tags

  template_content = jsonencode({
    "$schema"      = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
    contentVersion = "1.0.0.0"
    resources = [{
      type       = "Microsoft.Insights/dataCollectionRules"
      apiVersion = "2022-06-01"
      name       = local.container_logs_rule
      location   = azurerm_resource_group.main.location
      kind       = "Linux"
      tags       = local.tags
      properties = {
        dataSources = {
          extensions = [{
            name          = "ContainerInsightsExtension"
            extensionName = "ContainerInsights"
            streams       = local.container_log_streams
            extensionSettings = {
              dataCollectionSettings = {
                interval               = "1m"
                namespaceFilteringMode = "Exclude"
                namespaces             = ["kube-system", "gatekeeper-system"]
                enableContainerLogV2   = true
              }
            }
          }]
        }
        destinations = {
          logAnalytics = [{ name = "logs", workspaceResourceId = azurerm_log_analytics_workspace.main.id }]
        }
        dataFlows = [{ streams = local.container_log_streams, destinations = ["logs"] }]
      }
    }]
  })
}

locals {
  container_logs_rule   = "dcr-${local.name}-container-logs"
  container_log_streams = ["Microsoft-ContainerLogV2", "Microsoft-KubeEvents"]
}

resource "azurerm_monitor_data_collection_rule_association" "container_logs" {
  # Container insights looks for this name.
  name                    = "ContainerInsightsExtension"
  target_resource_id      = azurerm_kubernetes_cluster.main.id
  data_collection_rule_id = "${azurerm_resource_group.main.id}/providers/Microsoft.Insights/dataCollectionRules/${local.container_logs_rule}"

  depends_on = [azurerm_resource_group_template_deployment.container_logs]
}

resource "azurerm_monitor_workspace" "main" {
  name                = "amw-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = local.tags
}

resource "azurerm_monitor_data_collection_endpoint" "prometheus" {
  name                = "dce-${local.name}-prometheus"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  kind                = "Linux"
  tags                = local.tags
}

resource "azurerm_monitor_data_collection_rule" "prometheus" {
  name                        = "dcr-${local.name}-prometheus"
  resource_group_name         = azurerm_resource_group.main.name
  location                    = azurerm_resource_group.main.location
  data_collection_endpoint_id = azurerm_monitor_data_collection_endpoint.prometheus.id
  kind                        = "Linux"
  tags                        = local.tags

  data_sources {
    prometheus_forwarder {
      name    = "PrometheusDataSource"
      streams = ["Microsoft-PrometheusMetrics"]
    }
  }

  destinations {
    monitor_account {
      name               = "MonitoringAccount"
      monitor_account_id = azurerm_monitor_workspace.main.id
    }
  }

  data_flow {
    streams      = ["Microsoft-PrometheusMetrics"]
    destinations = ["MonitoringAccount"]
  }
}

# A PodMonitor in k8s/ says what is scraped; without this rule nothing would be kept of it.
resource "azurerm_monitor_data_collection_rule_association" "prometheus" {
  name                    = "dcra-${local.name}-prometheus"
  target_resource_id      = azurerm_kubernetes_cluster.main.id
  data_collection_rule_id = azurerm_monitor_data_collection_rule.prometheus.id
}

# --- What each resource writes down -----------------------------------------------------------------------------------

locals {
  diagnostics = merge(
    {
      # Who read, and who deleted. Flink asks for new files every second: reads are by far the most, and cost accordingly.
      lake = {
        target     = "${azurerm_storage_account.lake.id}/blobServices/default"
        categories = var.storage_log_categories
      }
      vault = {
        target     = azurerm_key_vault.main.id
        categories = ["AuditEvent"]
      }
      registry = {
        target     = azurerm_container_registry.main.id
        categories = ["ContainerRegistryLoginEvents", "ContainerRegistryRepositoryEvents"]
      }
      # What people and CI changed. kube-audit, with every read of every controller, would be a hundred times as much.
      cluster = {
        target     = azurerm_kubernetes_cluster.main.id
        categories = ["kube-audit-admin", "guard", "cluster-autoscaler"]
      }
      databricks = {
        target     = azurerm_databricks_workspace.main.id
        categories = ["accounts", "clusters", "databrickssql", "jobs", "secrets", "unityCatalog", "workspace"]
      }
    },
    {
      for name, account in azurerm_cognitive_account.language :
      "language-${name}" => { target = account.id, categories = ["Audit"] }
    },
  )
}

resource "azurerm_monitor_diagnostic_setting" "main" {
  for_each = local.diagnostics

  name                       = "to-log-analytics"
  target_resource_id         = each.value.target
  log_analytics_workspace_id = azurerm_log_analytics_workspace.main.id

  dynamic "enabled_log" {
    for_each = each.value.categories
    content {
      category = enabled_log.value
    }
  }
}
