provider "azurerm" {
  subscription_id = var.subscription_id

  # The lake has no shared keys: the provider, too, has to come with Entra ID.
  storage_use_azuread = true

  # Beside the common ones that azurerm registers, what a new subscription has never used.
  resource_providers_to_register = [
    "Microsoft.AlertsManagement",
    "Microsoft.CognitiveServices",
    "Microsoft.Consumption",
    "Microsoft.Databricks",
    "Microsoft.Monitor",
    "Microsoft.PolicyInsights",
  ]

  features {
    storage {
      # Containers are made through Azure's management API. The lake's own may refuse who applies.
      data_plane_available = false
    }
    key_vault {
      # A purge would take the key of the job's state with it. Deleted vaults go by themselves.
      purge_soft_delete_on_destroy    = false
      recover_soft_deleted_key_vaults = true
    }
    resource_group {
      prevent_deletion_if_contains_resources = true
    }
    cognitive_account {
      # The free tier allows one account; a soft-deleted one would still count.
      purge_soft_delete_on_destroy = true
    }
  }
}

# Logs in to the workspace that this configuration makes, as whoever is logged in to Azure.
provider "databricks" {
  host                        = azurerm_databricks_workspace.main.workspace_url
  azure_workspace_resource_id = azurerm_databricks_workspace.main.id
}
