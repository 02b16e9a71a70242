# One virtual network. Everything that comes from it has one public address, that of the NAT gateway; nothing can be
# reached from outside by address.
#
#   aks          nodes of AKS; pods have an overlay of their own (aks.tf)
#   dbx-host     Databricks, injected: machines without public addresses
#   dbx-compute  Databricks, injected
#   endpoints    private endpoints (only with private_network)
#   ops          for a machine from which to reach what is private: CI's runner, a jump host (only with private_network)

resource "azurerm_virtual_network" "main" {
  name                = "vnet-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  address_space       = [var.address_space]
  tags                = local.tags
}

# No network security group of ours: AKS keeps one at the nodes' interfaces, and opens in it what Services ask for.
resource "azurerm_subnet" "aks" {
  name                            = "snet-aks"
  resource_group_name             = azurerm_resource_group.main.name
  virtual_network_name            = azurerm_virtual_network.main.name
  address_prefixes                = [cidrsubnet(var.address_space, 6, 0)]
  default_outbound_access_enabled = false
}

resource "azurerm_subnet" "databricks" {
  for_each = { host = 4, compute = 5 }

  name                            = "snet-dbx-${each.key}"
  resource_group_name             = azurerm_resource_group.main.name
  virtual_network_name            = azurerm_virtual_network.main.name
  address_prefixes                = [cidrsubnet(var.address_space, 8, each.value)]
  default_outbound_access_enabled = false

  delegation {
    name = "databricks"

    service_delegation {
      name = "Microsoft.Databricks/workspaces"
      actions = [
        "Microsoft.Network/virtualNetworks/subnets/join/action",
        "Microsoft.Network/virtualNetworks/subnets/prepareNetworkPolicies/action",
        "Microsoft.Network/virtualNetworks/subnets/unprepareNetworkPolicies/action",
      ]
    }
  }
}

resource "azurerm_subnet" "endpoints" {
  count = var.private_network ? 1 : 0

  name                              = "snet-endpoints"
  resource_group_name               = azurerm_resource_group.main.name
  virtual_network_name              = azurerm_virtual_network.main.name
  address_prefixes                  = [cidrsubnet(var.address_space, 8, 6)]
  default_outbound_access_enabled   = false
  private_endpoint_network_policies = "NetworkSecurityGroupEnabled"
}

resource "azurerm_subnet" "ops" {
  count = var.private_network ? 1 : 0

  name                            = "snet-ops"
  resource_group_name             = azurerm_resource_group.main.name
  virtual_network_name            = azurerm_virtual_network.main.name
  address_prefixes                = [cidrsubnet(var.address_space, 8, 7)]
  default_outbound_access_enabled = false
}

# Databricks writes its own rules into this one, by the delegation.
resource "azurerm_network_security_group" "databricks" {
  name                = "nsg-${local.name}-databricks"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = local.tags

  lifecycle {
    ignore_changes = [security_rule]
  }
}

resource "azurerm_subnet_network_security_group_association" "databricks" {
  for_each = azurerm_subnet.databricks

  subnet_id                 = each.value.id
  network_security_group_id = azurerm_network_security_group.databricks.id
}

resource "azurerm_network_security_group" "endpoints" {
  count = var.private_network ? 1 : 0

  name                = "nsg-${local.name}-endpoints"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = local.tags

  security_rule {
    name                       = "https-from-the-network"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "VirtualNetwork"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "443"
  }

  security_rule {
    name                       = "nothing-else"
    priority                   = 4096
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "*"
    destination_port_range     = "*"
  }
}

resource "azurerm_subnet_network_security_group_association" "endpoints" {
  count = var.private_network ? 1 : 0

  subnet_id                 = azurerm_subnet.endpoints[0].id
  network_security_group_id = azurerm_network_security_group.endpoints[0].id
}

# Without rules of its own: nothing from the internet, everything within the network.
resource "azurerm_network_security_group" "ops" {
  count = var.private_network ? 1 : 0

  name                = "nsg-${local.name}-ops"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = local.tags
}

resource "azurerm_subnet_network_security_group_association" "ops" {
  count = var.private_network ? 1 : 0

  subnet_id                 = azurerm_subnet.ops[0].id
  network_security_group_id = azurerm_network_security_group.ops[0].id
}

# The way out. New networks have none by default, and Databricks' machines have no addresses of their own.
# A Standard NAT gateway lives in one zone and takes the cluster with it; StandardV2 spans the region's zones.
locals {
  nat_sku = length(var.zones) > 1 ? "StandardV2" : "Standard"
}

resource "azurerm_public_ip" "nat" {
  name                = "pip-${local.name}-nat"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  allocation_method   = "Static"
  sku                 = local.nat_sku
  zones               = var.zones
  tags                = local.tags
}

resource "azurerm_nat_gateway" "main" {
  name                    = "ng-${local.name}"
  resource_group_name     = azurerm_resource_group.main.name
  location                = azurerm_resource_group.main.location
  sku_name                = local.nat_sku
  idle_timeout_in_minutes = 10
  tags                    = local.tags
}

resource "azurerm_nat_gateway_public_ip_association" "main" {
  nat_gateway_id       = azurerm_nat_gateway.main.id
  public_ip_address_id = azurerm_public_ip.nat.id
}

resource "azurerm_subnet_nat_gateway_association" "main" {
  for_each = merge(
    { aks = azurerm_subnet.aks.id },
    { for name, subnet in azurerm_subnet.databricks : "databricks-${name}" => subnet.id },
    { for index, subnet in azurerm_subnet.ops : "ops" => subnet.id },
  )

  subnet_id      = each.value
  nat_gateway_id = azurerm_nat_gateway.main.id
}
