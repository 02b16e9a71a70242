# Azure AI Language, an account for each data-residency region: the text of a chat is read where its region says.

resource "azurerm_cognitive_account" "language" {
  for_each = var.language_accounts

  name                          = "lang-${local.unique_name}-${each.key}"
  resource_group_name           = azurerm_resource_group.main.name
  location                      = each.value.location
  kind                          = "TextAnalytics"
  sku_name                      = each.value.sku
  public_network_access_enabled = !var.private_network
  tags                          = local.tags

  # Entra ID needs a name of the account's own, and then there is no use for keys.
  custom_subdomain_name = "lang-${local.unique_name}-${each.key}"
  local_auth_enabled    = false

  network_acls {
    default_action = var.private_network ? "Deny" : "Allow"
  }
}

locals {
  # https://lang-insight-dev-ab12cd-eu.cognitiveservices.azure.com: built from the name, so that it is the custom
  # subdomain's and never the region's shared endpoint, which knows no Entra ID.
  language_endpoint = {
    for name, account in azurerm_cognitive_account.language : name => "https://${account.custom_subdomain_name}.cognitiveservices.azure.com"
  }

  # The account without regions is for every other; there need not be one (--language.endpoint).
  language_default_endpoint = one([
    for name, account in var.language_accounts : local.language_endpoint[name] if length(account.regions) == 0
  ])

  # Dublin:'https://...',Paris:'https://...': a map as --language.region-endpoints reads it.
  language_region_endpoints = join(",", flatten([
    for name, account in var.language_accounts : [
      for region in account.regions : "${region}:'${local.language_endpoint[name]}'"
    ]
  ]))
}
