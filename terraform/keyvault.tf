# Secrets of the job. None is made here: what Terraform makes, its state can read, and what it can make anew, it can lose. A
# step of k8s/README writes pii-hmac-key once, and the job's pods mount it.

resource "azurerm_key_vault" "main" {
  # 24 characters at most.
  name                = "kv-${local.unique_name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
  tags                = local.tags

  # Roles, not access policies.
  rbac_authorization_enabled = true

  # The state of the job is worth nothing without the key.
  purge_protection_enabled   = true
  soft_delete_retention_days = var.vault_soft_delete_days

  public_network_access_enabled = !var.private_network || length(var.admin_ip_ranges) > 0

  network_acls {
    default_action = var.private_network ? "Deny" : "Allow"
    bypass         = "None"
    ip_rules       = var.private_network ? var.admin_ip_ranges : []
  }
}
