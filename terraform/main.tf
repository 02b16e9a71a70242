# The Customer Insight Engine on Azure. Read on in this order: network, storage, language, keyvault, acr, aks, identity,
# roles, monitoring, alerts, databricks, unity_catalog, outputs.

data "azurerm_client_config" "current" {}

# Names of storage accounts, vaults, registries and Language accounts are global: a suffix makes them unique.
resource "random_string" "suffix" {
  length  = 6
  upper   = false
  special = false
}

locals {
  # insight-dev: the middle of every name. The global ones, without dashes where those are not allowed: insightdevab12cd.
  name        = "${var.project}-${var.environment}"
  unique_name = "${local.name}-${random_string.suffix.result}"
  short_name  = replace(local.unique_name, "-", "")

  tags = merge(var.tags, {
    workload    = var.project
    environment = var.environment
    managed_by  = "terraform"
  })

  # AKS and Databricks keep their machines in groups of their own. The budget has to know them.
  aks_nodes_group_name  = "rg-${local.name}-aks-nodes"
  databricks_group_name = "rg-${local.name}-databricks"

  # Whoever applies runs the platform, unless a group is named.
  platform_admin_object_id = coalesce(var.platform_admin_object_id, data.azurerm_client_config.current.object_id)
}

resource "azurerm_resource_group" "main" {
  name     = "rg-${local.name}"
  location = var.location
  tags     = local.tags
}
