# Private addresses, in the endpoints subnet, of everything that holds data. Language accounts of other Azure regions
# included: the traffic to them stays on Microsoft's network, and the accounts refuse every other.

locals {
  # What has an endpoint, which part of it, and the DNS zone in which its name becomes the private address.
  private_services = merge(
    {
      storage-dfs  = { resource_id = azurerm_storage_account.lake.id, part = "dfs", zone = "privatelink.dfs.core.windows.net" }
      storage-blob = { resource_id = azurerm_storage_account.lake.id, part = "blob", zone = "privatelink.blob.core.windows.net" }
      vault        = { resource_id = azurerm_key_vault.main.id, part = "vault", zone = "privatelink.vaultcore.azure.net" }
      registry     = { resource_id = azurerm_container_registry.main.id, part = "registry", zone = "privatelink.azurecr.io" }
    },
    {
      for name, account in azurerm_cognitive_account.language :
      "language-${name}" => { resource_id = account.id, part = "account", zone = "privatelink.cognitiveservices.azure.com" }
    },
  )

  private_endpoints = { for name, service in local.private_services : name => service if var.private_network }
  private_dns_zones = toset([for service in local.private_endpoints : service.zone])
}

resource "azurerm_private_dns_zone" "main" {
  for_each = local.private_dns_zones

  name                = each.value
  resource_group_name = azurerm_resource_group.main.name
  tags                = local.tags
}

resource "azurerm_private_dns_zone_virtual_network_link" "main" {
  for_each = azurerm_private_dns_zone.main

  name                  = "link-${local.name}"
  resource_group_name   = azurerm_resource_group.main.name
  private_dns_zone_name = each.value.name
  virtual_network_id    = azurerm_virtual_network.main.id
  registration_enabled  = false
  tags                  = local.tags
}

resource "azurerm_private_endpoint" "main" {
  for_each = local.private_endpoints

  name                          = "pe-${local.name}-${each.key}"
  custom_network_interface_name = "nic-${local.name}-${each.key}"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = azurerm_resource_group.main.location
  subnet_id                     = azurerm_subnet.endpoints[0].id
  tags                          = local.tags

  private_service_connection {
    name                           = each.key
    private_connection_resource_id = each.value.resource_id
    subresource_names              = [each.value.part]
    is_manual_connection           = false
  }

  private_dns_zone_group {
    name                 = "default"
    private_dns_zone_ids = [azurerm_private_dns_zone.main[each.value.zone].id]
  }

  # A name must not resolve before the network can ask for it.
  depends_on = [azurerm_private_dns_zone_virtual_network_link.main]
}
