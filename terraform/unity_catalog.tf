# Who sees which layer on Databricks. Each securable has one list of grants, and that list is all there is to it.
#
#                 bronze   silver   gold
#   optimizer     write    write    write
#   analysts      -        read     read

locals {
  layers    = ["bronze", "silver", "gold"]
  optimizer = databricks_service_principal.optimizer.application_id

  analysts_layers = toset(["silver", "gold"])
}

resource "databricks_storage_credential" "lake" {
  name    = "${local.name}-lake"
  comment = "The optimizer's identity, through the access connector"

  azure_managed_identity {
    access_connector_id = azurerm_databricks_access_connector.main.id
    managed_identity_id = azurerm_user_assigned_identity.workload["optimizer"].id
  }

  # Databricks tries the credential when it is made.
  depends_on = [azurerm_role_assignment.main]
}

resource "databricks_external_location" "lake" {
  for_each = toset(concat(local.layers, ["unity-catalog"]))

  name            = "${local.name}-${each.key}"
  url             = "${local.container_url[each.key]}/"
  credential_name = databricks_storage_credential.lake.id
  comment         = local.containers[each.key]

  depends_on = [azurerm_role_assignment.main, azurerm_private_endpoint.main]
}

# Paths, for queries that name a path and not a table (delta.`abfss://gold@.../customer_insights`).
resource "databricks_grants" "location" {
  for_each = toset(local.layers)

  external_location = databricks_external_location.lake[each.key].id

  grant {
    principal  = local.optimizer
    privileges = ["READ_FILES", "WRITE_FILES", "CREATE_EXTERNAL_TABLE"]
  }

  dynamic "grant" {
    for_each = contains(local.analysts_layers, each.key) ? [var.analysts_group] : []
    content {
      principal  = grant.value
      privileges = ["READ_FILES"]
    }
  }
}

resource "databricks_catalog" "insight" {
  name         = replace(local.name, "-", "_")
  comment      = "Customer Insight Engine, ${var.environment}"
  storage_root = databricks_external_location.lake["unity-catalog"].url
  # A catalog is what all workspaces of the region share, unless one says so.
  isolation_mode = "ISOLATED"
}

resource "databricks_grants" "catalog" {
  catalog = databricks_catalog.insight.name

  # publish says CREATE SCHEMA IF NOT EXISTS, for catalogs that Terraform did not make.
  grant {
    principal  = local.optimizer
    privileges = ["USE_CATALOG", "CREATE_SCHEMA"]
  }

  grant {
    principal  = var.analysts_group
    privileges = ["USE_CATALOG"]
  }
}

resource "databricks_schema" "layer" {
  for_each = toset(local.layers)

  catalog_name = databricks_catalog.insight.name
  name         = each.key
  comment      = local.containers[each.key]
}

resource "databricks_grants" "schema" {
  for_each = databricks_schema.layer

  schema = each.value.id

  grant {
    principal  = local.optimizer
    privileges = ["USE_SCHEMA", "SELECT", "MODIFY", "CREATE_TABLE"]
  }

  dynamic "grant" {
    for_each = contains(local.analysts_layers, each.key) ? [var.analysts_group] : []
    content {
      principal  = grant.value
      privileges = ["USE_SCHEMA", "SELECT"]
    }
  }
}
