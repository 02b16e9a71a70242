# Databricks: the scheduled Spark job, and the SQL warehouse on which analysts work.

# --- The workspace ----------------------------------------------------------------------------------------------------

resource "azurerm_databricks_workspace" "main" {
  name                        = "dbw-${local.name}"
  resource_group_name         = azurerm_resource_group.main.name
  location                    = azurerm_resource_group.main.location
  managed_resource_group_name = local.databricks_group_name
  # Access control and Unity Catalog are premium's.
  sku  = "premium"
  tags = local.tags

  # People and this configuration reach the workspace over the internet, by Entra ID; its machines cannot be reached at all.
  public_network_access_enabled         = true
  network_security_group_rules_required = "AllRules"

  custom_parameters {
    no_public_ip                                         = true
    virtual_network_id                                   = azurerm_virtual_network.main.id
    public_subnet_name                                   = azurerm_subnet.databricks["host"].name
    private_subnet_name                                  = azurerm_subnet.databricks["compute"].name
    public_subnet_network_security_group_association_id  = azurerm_subnet_network_security_group_association.databricks["host"].id
    private_subnet_network_security_group_association_id = azurerm_subnet_network_security_group_association.databricks["compute"].id
    storage_account_sku_name                             = "Standard_LRS"
  }

  depends_on = [azurerm_subnet_nat_gateway_association.main]
}

# How Unity Catalog comes to the lake: as the optimizer's identity.
resource "azurerm_databricks_access_connector" "main" {
  name                = "dbac-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = local.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.workload["optimizer"].id]
  }
}

# --- Who is in it -----------------------------------------------------------------------------------------------------

resource "databricks_service_principal" "optimizer" {
  application_id = azurerm_user_assigned_identity.workload["optimizer"].client_id
  display_name   = "${local.name}-optimizer"
  # It may only be run as.
  allow_cluster_create = false
}

# A group of the account has to be let into the workspace; "account users" is in every one.
resource "databricks_permission_assignment" "analysts" {
  count = local.analysts_everybody ? 0 : 1

  group_name  = var.analysts_group
  permissions = ["USER"]
}

data "databricks_current_user" "me" {
  # Not before there is a workspace to ask.
  depends_on = [azurerm_databricks_workspace.main]
}

# To run a job as a service principal, one must be allowed to use it; having made it is not enough. The list is all that
# there is: without the second rule nobody but the account's admins could change it any more.
resource "databricks_access_control_rule_set" "optimizer" {
  count = var.databricks_account_id == null ? 0 : 1

  name = "accounts/${var.databricks_account_id}/servicePrincipals/${databricks_service_principal.optimizer.application_id}/ruleSets/default"

  grant_rules {
    principals = [data.databricks_current_user.me.acl_principal_id]
    role       = "roles/servicePrincipal.user"
  }

  grant_rules {
    principals = [data.databricks_current_user.me.acl_principal_id]
    role       = "roles/servicePrincipal.manager"
  }
}

# --- The job ----------------------------------------------------------------------------------------------------------

# What the job runs, in a folder that only administrators write to: in /Shared anybody could replace the jar, and with it
# read bronze as the optimizer. Files of the workspace, not of a volume: uploads to a volume would have to pass the lake's
# firewall.
resource "databricks_directory" "insight" {
  path = "/${local.name}"
}

resource "databricks_permissions" "folder" {
  directory_id = databricks_directory.insight.object_id

  access_control {
    service_principal_name = databricks_service_principal.optimizer.application_id
    permission_level       = "CAN_READ"
  }
}

resource "databricks_workspace_file" "optimizer" {
  path   = "${databricks_directory.insight.path}/insight-optimizer.jar"
  source = var.optimizer.jar
}

resource "databricks_workspace_file" "bronze_retention" {
  path = "${databricks_directory.insight.path}/bronze-retention.sql"
  content_base64 = base64encode(templatefile("${path.module}/sql/bronze-retention.sql.tftpl", {
    catalog = databricks_catalog.insight.name
    days    = var.bronze_retention_days
  }))
}

# Filled by a step of the README, for the same reason as the vault.
resource "databricks_secret_scope" "insight" {
  name = var.project
}

resource "databricks_secret_acl" "optimizer" {
  scope      = databricks_secret_scope.insight.name
  principal  = databricks_service_principal.optimizer.application_id
  permission = "READ"
}

locals {
  optimizer_class = "io.nextgen.insight.optimizer.OptimizerJob"

  # abfss://{layer}@insightdevab12cd.dfs.core.windows.net/, for the Flink job and the Spark job alike.
  lake_path = "${replace(local.container_url["gold"], "gold@", "{layer}@")}/"
}

resource "databricks_job" "optimizer" {
  name                = "${local.name}-optimizer"
  description         = "The catalog's tables and views; late tickets, erasures, compaction, Z-order and VACUUM; the end of old bronze."
  max_concurrent_runs = 1
  timeout_seconds     = 4 * 60 * 60
  tags                = { workload = var.project, environment = var.environment }

  schedule {
    quartz_cron_expression = var.optimizer.schedule
    timezone_id            = "UTC"
    pause_status           = var.optimizer.paused ? "PAUSED" : "UNPAUSED"
  }

  # Without the account's id it runs as whoever applied: fit for a trial, not for production.
  dynamic "run_as" {
    for_each = var.databricks_account_id == null ? [] : [databricks_service_principal.optimizer.application_id]
    content {
      service_principal_name = run_as.value
    }
  }

  email_notifications {
    on_failure                             = var.alert_emails
    on_duration_warning_threshold_exceeded = var.alert_emails
    no_alert_for_skipped_runs              = true
  }

  health {
    rules {
      metric = "RUN_DURATION_SECONDS"
      op     = "GREATER_THAN"
      value  = 2 * 60 * 60
    }
  }

  job_cluster {
    job_cluster_key = "optimizer"

    new_cluster {
      spark_version = var.optimizer.spark_version
      node_type_id  = var.optimizer.node_type
      num_workers   = var.optimizer.workers
      # One machine is driver and worker.
      is_single_node = var.optimizer.workers == 0 ? true : null
      kind           = "CLASSIC_PREVIEW"

      # Unity Catalog, and a jar that calls Spark's classic API.
      data_security_mode = "DATA_SECURITY_MODE_DEDICATED"

      # Z-order is sorting: Photon would not be worth twice the price.
      runtime_engine = "STANDARD"

      spark_env_vars = {
        # Java 17 where it is not the runtime's default.
        JNAME               = "zulu17-ca-amd64"
        INSIGHT_ERASURE_KEY = "{{secrets/${databricks_secret_scope.insight.name}/erasure-key}}"
      }

      azure_attributes {
        availability       = "ON_DEMAND_AZURE"
        first_on_demand    = 1
        spot_bid_max_price = -1
      }

      custom_tags = { workload = var.project, environment = var.environment }
    }
  }

  task {
    task_key        = "publish"
    description     = "Tables in the catalog, and the analysts' views"
    job_cluster_key = "optimizer"
    max_retries     = 1

    spark_jar_task {
      main_class_name = local.optimizer_class
      parameters      = ["publish", "--lake", local.lake_path, "--catalog", databricks_catalog.insight.name]
    }

    library {
      jar = databricks_workspace_file.optimizer.workspace_path
    }
  }

  task {
    task_key        = "maintain"
    description     = "Keeps the tables fast, and the erased forgotten"
    job_cluster_key = "optimizer"
    # Each step can be run again; what a run left half done, the next one finishes.
    max_retries               = 2
    min_retry_interval_millis = 10 * 60 * 1000
    retry_on_timeout          = false

    depends_on {
      task_key = "publish"
    }

    spark_jar_task {
      main_class_name = local.optimizer_class
      parameters      = ["maintain", "--lake", local.lake_path, "--catalog", databricks_catalog.insight.name]
    }

    library {
      jar = databricks_workspace_file.optimizer.workspace_path
    }
  }

  task {
    task_key    = "bronze-retention"
    description = "Bronze ends after ${var.bronze_retention_days} days"
    max_retries = 2

    depends_on {
      task_key = "maintain"
    }

    sql_task {
      warehouse_id = databricks_sql_endpoint.analysts.id

      file {
        path   = databricks_workspace_file.bronze_retention.path
        source = "WORKSPACE"
      }
    }
  }

  depends_on = [databricks_access_control_rule_set.optimizer, databricks_permissions.folder]
}

# --- For analysts -----------------------------------------------------------------------------------------------------

resource "databricks_sql_endpoint" "analysts" {
  name             = "${local.name}-analysts"
  cluster_size     = var.warehouse.size
  min_num_clusters = 1
  max_num_clusters = var.warehouse.max_clusters
  auto_stop_mins   = var.warehouse.auto_stop_minutes
  warehouse_type   = "PRO"
  enable_photon    = true

  # Serverless is there in seconds, but outside our network: for a lake behind private endpoints it needs a network
  # connectivity configuration of the Databricks account. Machines in our network take minutes to start.
  enable_serverless_compute = var.warehouse.serverless
  spot_instance_policy      = "RELIABILITY_OPTIMIZED"

  channel {
    name = "CHANNEL_NAME_CURRENT"
  }

  tags {
    custom_tags {
      key   = "workload"
      value = var.project
    }
    custom_tags {
      key   = "environment"
      value = var.environment
    }
  }
}

resource "databricks_dashboard" "insight" {
  display_name    = "Customer insight (${var.environment})"
  parent_path     = databricks_directory.insight.path
  warehouse_id    = databricks_sql_endpoint.analysts.id
  file_path       = "${path.module}/../job/optimizer/dashboard/customer-insight.lvdash.json"
  dataset_catalog = databricks_catalog.insight.name
  # Everybody sees what their own rights allow.
  embed_credentials = false
}

locals {
  # The catalog's name for everybody, and the workspace's.
  analysts_everybody       = var.analysts_group == "account users"
  analysts_workspace_group = local.analysts_everybody ? "users" : var.analysts_group
}

resource "databricks_permissions" "warehouse" {
  sql_endpoint_id = databricks_sql_endpoint.analysts.id

  access_control {
    group_name       = local.analysts_workspace_group
    permission_level = "CAN_USE"
  }

  # For the scheduled job's SQL.
  access_control {
    service_principal_name = databricks_service_principal.optimizer.application_id
    permission_level       = "CAN_USE"
  }

  depends_on = [databricks_permission_assignment.analysts]
}

resource "databricks_permissions" "dashboard" {
  dashboard_id = databricks_dashboard.insight.id

  access_control {
    group_name       = local.analysts_workspace_group
    permission_level = "CAN_READ"
  }

  depends_on = [databricks_permission_assignment.analysts]
}
