# The lake: one account with hierarchical namespace, a container for each layer so that roles can be given for each.

locals {
  containers = {
    external-source = "what lands: chats and tickets as they came"
    bronze          = "every record as it came; the only layer with personal data"
    silver          = "joined and masked"
    gold            = "enriched and decided; for analysts"
    checkpoints     = "checkpoints, savepoints and the high-availability store of Flink"
    unity-catalog   = "managed storage of the catalog; it has to have one, though all tables are in the three layers"
  }

  # abfss://gold@insightdevab12cd.dfs.core.windows.net
  container_url = {
    for name in keys(local.containers) : name => "abfss://${name}@${azurerm_storage_account.lake.name}.dfs.core.windows.net"
  }
}

resource "azurerm_storage_account" "lake" {
  name                     = local.short_name
  resource_group_name      = azurerm_resource_group.main.name
  location                 = azurerm_resource_group.main.location
  account_tier             = "Standard"
  account_kind             = "StorageV2"
  account_replication_type = var.storage_replication
  access_tier              = "Hot"
  is_hns_enabled           = true
  tags                     = local.tags

  # Entra ID is the only way in.
  shared_access_key_enabled        = false
  default_to_oauth_authentication  = true
  local_user_enabled               = false
  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = false
  allowed_copy_scope               = "AAD"
  min_tls_version                  = "TLS1_2"
  https_traffic_only_enabled       = true

  # Against deletion by mistake, and no longer than the law lets erased people linger: what VACUUM takes away stays
  # here for as long. There is no versioning and no point-in-time restore with a hierarchical namespace; Delta's log is
  # the tables' history.
  blob_properties {
    delete_retention_policy {
      days = var.soft_delete_days
    }
    container_delete_retention_policy {
      days = var.soft_delete_days
    }
  }

  # Open to named addresses and to the access connector only, which is how Unity Catalog's control plane comes in.
  # Turning public access off altogether would shut that out, too.
  network_rules {
    default_action = var.private_network ? "Deny" : "Allow"
    bypass         = ["None"]
    ip_rules       = var.private_network ? local.storage_ip_rules : []

    dynamic "private_link_access" {
      for_each = var.private_network ? [azurerm_databricks_access_connector.main.id] : []
      content {
        endpoint_resource_id = private_link_access.value
        endpoint_tenant_id   = data.azurerm_client_config.current.tenant_id
      }
    }
  }
}

locals {
  # Storage refuses /31 and /32: single addresses are written without.
  storage_ip_rules = [for range in var.admin_ip_ranges : trimsuffix(range, "/32")]
}

resource "azurerm_storage_container" "lake" {
  for_each = local.containers

  name                  = each.key
  storage_account_id    = azurerm_storage_account.lake.id
  container_access_type = "private"
}

# By age, and only where nothing keeps a list of the files. Never in silver, gold or bronze's Delta logs: a rule knows
# nothing of a table's log and would delete files that it still names. That is VACUUM's work. Never in checkpoints: an
# incremental checkpoint lives on files of any age. Flink deletes what it no longer needs.
resource "azurerm_storage_management_policy" "lake" {
  storage_account_id = azurerm_storage_account.lake.id

  # What landed is in bronze, as it came. Kept for a while to be able to start again from it.
  rule {
    name    = "landing-ends"
    enabled = true

    filters {
      blob_types   = ["blockBlob"]
      prefix_match = ["external-source/"]
    }
    actions {
      base_blob {
        delete_after_days_since_modification_greater_than = var.landing_retention_days
      }
    }
  }

  # Bronze of past days is hardly read. Data files only: Delta's log stays hot. Its end (bronze_retention_days) comes by
  # DELETE and VACUUM of the scheduled Spark job, which know the log.
  rule {
    name    = "bronze-cools"
    enabled = true

    filters {
      blob_types   = ["blockBlob"]
      prefix_match = [for table in ["chats", "tickets", "dead_letters"] : "bronze/${table}/ingest_date="]
    }
    actions {
      base_blob {
        tier_to_cool_after_days_since_modification_greater_than = 30
      }
    }
  }

  depends_on = [azurerm_storage_container.lake]
}

# What holds the only copy of something is deleted by nobody in passing: Terraform refuses a plan that would destroy or replace
# it, and Azure Policy refuses its deletion by any other way, with its resource group too. Not by management locks: below a
# CanNotDelete lock no role assignment can be taken away, and `terraform destroy` removes the locks first.
resource "terraform_data" "keep" {
  count = var.protect_data ? 1 : 0

  triggers_replace = [azurerm_storage_account.lake.id, azurerm_key_vault.main.id]

  lifecycle {
    prevent_destroy = true
  }
}

resource "azurerm_policy_definition" "keep" {
  count = var.protect_data ? 1 : 0

  name         = "${local.name}-keep"
  display_name = "${local.name}: the lake and the key vault are not deleted"
  policy_type  = "Custom"
  mode         = "Indexed"
  policy_rule = jsonencode({
    if = { field = "id", in = [azurerm_storage_account.lake.id, azurerm_key_vault.main.id] }
    then = {
      effect = "denyAction"
      details = {
        actionNames      = ["delete"]
        cascadeBehaviors = { resourceGroup = "deny" }
      }
    }
  })
}

resource "azurerm_resource_group_policy_assignment" "keep" {
  count = var.protect_data ? 1 : 0

  name                 = "keep"
  display_name         = azurerm_policy_definition.keep[0].display_name
  resource_group_id    = azurerm_resource_group.main.id
  policy_definition_id = azurerm_policy_definition.keep[0].id

  non_compliance_message {
    content = "Holds data or keys that exist nowhere else. To tear down, see terraform/README.md."
  }
}
