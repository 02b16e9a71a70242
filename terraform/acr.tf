# The job's images.

resource "azurerm_container_registry" "main" {
  name                = "cr${local.short_name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  # Private endpoints are for Premium only.
  sku  = var.private_network ? "Premium" : "Basic"
  tags = local.tags

  admin_enabled                 = false
  anonymous_pull_enabled        = false
  public_network_access_enabled = !var.private_network

  # Untagged images are what a tag that moved on left behind. Basic has no such policy.
  retention_policy_in_days = var.private_network ? 30 : null
}
