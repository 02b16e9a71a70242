# What the next step needs. Names and addresses; no secret is among them, nor in the state.

output "resource_group" {
  description = "The group in which everything is"
  value       = azurerm_resource_group.main.name
}

output "aks_name" {
  description = "For az aks get-credentials"
  value       = azurerm_kubernetes_cluster.main.name
}

output "aks_oidc_issuer" {
  description = "Issuer of the tokens of the cluster's service accounts, for further federated credentials"
  value       = azurerm_kubernetes_cluster.main.oidc_issuer_url
}

output "registry" {
  description = "Where the job's images go"
  value       = azurerm_container_registry.main.login_server
}

output "storage_account" {
  description = "The lake's account"
  value       = azurerm_storage_account.lake.name
}

output "key_vault" {
  description = "The vault that holds pii-hmac-key"
  value       = azurerm_key_vault.main.name
}

output "language_endpoints" {
  description = "Endpoint of each Language account"
  value       = local.language_endpoint
}

# The keys are those of the config map in k8s/overlays/*/azure.yaml, which k8s/configure writes from this.
output "kubernetes" {
  description = "What the manifests have to know"
  value = {
    clientId                = azurerm_user_assigned_identity.workload["job"].client_id
    tenantId                = data.azurerm_client_config.current.tenant_id
    keyVault                = azurerm_key_vault.main.name
    landing                 = trimprefix(local.container_url["external-source"], "abfss://")
    lake                    = trimsuffix(trimprefix(local.lake_path, "abfss://"), "/")
    checkpoints             = trimprefix(local.container_url["checkpoints"], "abfss://")
    languageEndpoint        = local.language_default_endpoint == null ? "" : local.language_default_endpoint
    languageRegionEndpoints = local.language_region_endpoints
    registry                = azurerm_container_registry.main.login_server
  }
}

# Variables of the environment of this name in the GitHub repository's settings. None is secret.
output "github" {
  description = "Variables for the GitHub environment"
  value = {
    AZURE_CLIENT_ID       = azurerm_user_assigned_identity.workload["deployer"].client_id
    AZURE_TENANT_ID       = data.azurerm_client_config.current.tenant_id
    AZURE_SUBSCRIPTION_ID = var.subscription_id
    RESOURCE_GROUP        = azurerm_resource_group.main.name
    AKS_NAME              = azurerm_kubernetes_cluster.main.name
    REGISTRY              = azurerm_container_registry.main.login_server
  }
}

output "databricks" {
  description = "Where analysts and the retention team go"
  value = {
    url          = "https://${azurerm_databricks_workspace.main.workspace_url}"
    catalog      = databricks_catalog.insight.name
    secret_scope = databricks_secret_scope.insight.name
    job_id       = databricks_job.optimizer.id
    warehouse    = databricks_sql_endpoint.analysts.odbc_params
    dashboard_id = databricks_dashboard.insight.id
  }
}

output "prometheus_query_endpoint" {
  description = "Where Grafana or a query asks the job's metrics"
  value       = azurerm_monitor_workspace.main.query_endpoint
}

output "nat_address" {
  description = "The one public address from which everything goes out, for allow lists of others"
  value       = azurerm_public_ip.nat.ip_address
}
