# What wakes somebody up (severity 0 and 1), and what can wait for the morning (2 and 3). Each alert says what to look at first.

resource "azurerm_monitor_action_group" "main" {
  name                = "ag-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  short_name          = substr(local.name, 0, 12)
  tags                = local.tags

  dynamic "email_receiver" {
    for_each = var.alert_emails
    content {
      name                    = email_receiver.value
      email_address           = email_receiver.value
      use_common_alert_schema = true
    }
  }
}

locals {
  # Flink's names, as its Prometheus reporter writes them. Where one Language account is configured, its metrics are the
  # operator's; of several, each has a group of its own.
  language = "flink_taskmanager_job_task_operator${length(var.language_accounts) == 1 ? "" : "_endpoint"}"

  job_alerts = {
    JobDown = {
      severity = 0
      for      = "PT3M"
      # Nothing at all, where the jobmanager is gone, counts as not running; so does -1, which a job that has ended reports.
      expression = "(max(flink_jobmanager_job_runningTime) or vector(0)) <= 0"
      summary    = "The job does not run. kubectl describe flinkdeployment tells why; nothing is lost, it waits in the landing zone."
    }
    JobRestarts = {
      severity   = 1
      for        = "PT1M"
      expression = "max(increase(flink_jobmanager_job_numRestarts[15m])) > 3"
      summary    = "The job fails again and again. The jobmanager's log has the exception."
    }
    CheckpointsFail = {
      severity = 1
      for      = "PT1M"
      # A start has a few: they are asked for before all tasks run.
      expression = "max(increase(flink_jobmanager_job_numberOfFailedCheckpoints[15m])) > 5"
      summary    = "Checkpoints fail: no commits, so nothing new in any table, and a longer way back after a crash."
    }
    NoCheckpoint = {
      severity = 1
      for      = "PT10M"
      # Slow ones that never fail either.
      expression = "max(increase(flink_jobmanager_job_numberOfCompletedCheckpoints[10m])) < 1"
      summary    = "No checkpoint in ten minutes. Look for back pressure in the web UI, most often from the AI service."
    }
    InsightLag = {
      severity = 2
      for      = "PT10M"
      # The gauge keeps its last value while nothing comes: only where chats pass does it say something.
      expression = "max(flink_taskmanager_job_task_operator_insightLagMillis) > ${var.lag_alert_minutes} * 60000 and on() sum(rate(flink_taskmanager_job_task_operator_numRecordsOut{operator_name=~\"risk.gate\"}[10m])) > 0"
      summary    = "Insights come more than ${var.lag_alert_minutes} minutes after their chats. Is the AI service throttling? Has the autoscaler reached its maximum?"
    }
    LandingBacklog = {
      severity = 2
      for      = "PT30M"
      # Never 0 where files come all the time: those that settle or are being read count, too.
      expression = "max(flink_jobmanager_job_operator_coordinator_enumerator_filesPending) > ${var.landing_backlog_alert_files}"
      summary    = "More than ${var.landing_backlog_alert_files} files have waited in the landing zone for half an hour. Does anything hold the stream back?"
    }
    LandingUnreadable = {
      severity   = 1
      for        = "PT5M"
      expression = "max(increase(flink_jobmanager_job_operator_coordinator_enumerator_discoveryErrors[5m])) > 3"
      summary    = "The landing zone cannot be listed. A role, the firewall or DNS: see the troubleshooting table."
    }
    LanguageThrottled = {
      severity   = 2
      for        = "PT15M"
      expression = "sum(rate(${local.language}_languageThrottled[10m])) / sum(rate(${local.language}_languageRequests[10m])) > 0.1"
      summary    = "Azure AI Language refuses one request in ten. The job slows down by itself; if it stays, ask for quota or lower the autoscaler's maximum."
    }
    DeadLetters = {
      severity   = 2
      for        = "PT5M"
      expression = "sum(increase(flink_taskmanager_job_task_operator_numRecordsIn{operator_name=~\"bronze.dead_letters.rows\"}[30m])) / sum(increase(flink_taskmanager_job_task_operator_recordsRead[30m])) > ${var.dead_letter_alert_ratio}"
      summary    = "More records than usual cannot go on. SELECT stage, error_class, count(*) FROM bronze.dead_letters GROUP BY ALL tells which; a producer may have changed its format."
    }
  }
}

resource "azurerm_monitor_alert_prometheus_rule_group" "job" {
  name                = "prom-${local.name}-job"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  description         = "The Flink job of ${local.name}"
  cluster_name        = azurerm_kubernetes_cluster.main.name
  interval            = "PT1M"
  rule_group_enabled  = var.alerts_enabled
  scopes              = [azurerm_monitor_workspace.main.id]
  tags                = local.tags

  dynamic "rule" {
    for_each = local.job_alerts
    content {
      alert       = rule.key
      enabled     = true
      expression  = rule.value.expression
      for         = rule.value.for
      severity    = rule.value.severity
      annotations = { summary = rule.value.summary }

      action {
        action_group_id = azurerm_monitor_action_group.main.id
      }
      alert_resolution {
        auto_resolved   = true
        time_to_resolve = "PT10M"
      }
    }
  }
}

# The lake's own word for throttling; ABFS retries, so that the job only gets slower.
resource "azurerm_monitor_metric_alert" "lake_throttled" {
  name                = "alert-${local.name}-lake-throttled"
  resource_group_name = azurerm_resource_group.main.name
  description         = "The storage account refuses requests. Are files small, or checkpoints too frequent?"
  scopes              = [azurerm_storage_account.lake.id]
  severity            = 2
  frequency           = "PT5M"
  window_size         = "PT15M"
  enabled             = var.alerts_enabled
  tags                = local.tags

  criteria {
    metric_namespace = "Microsoft.Storage/storageAccounts"
    metric_name      = "Transactions"
    aggregation      = "Total"
    operator         = "GreaterThan"
    threshold        = 100

    dimension {
      name     = "ResponseType"
      operator = "Include"
      values   = ["ClientThrottlingError", "ServerBusyError", "ClientAccountBandwidthThrottlingError", "ClientAccountRequestThrottlingError"]
    }
  }

  action {
    action_group_id = azurerm_monitor_action_group.main.id
  }
}

# Entra ID's, the firewall's or a missing role's no: the first thing to look at when a role assignment was touched.
resource "azurerm_monitor_metric_alert" "lake_denied" {
  name                = "alert-${local.name}-lake-denied"
  resource_group_name = azurerm_resource_group.main.name
  description         = "The storage account refuses somebody: a role or the firewall. StorageRead and StorageDelete in Log Analytics say whom."
  scopes              = [azurerm_storage_account.lake.id]
  severity            = 2
  frequency           = "PT5M"
  window_size         = "PT15M"
  enabled             = var.alerts_enabled
  tags                = local.tags

  criteria {
    metric_namespace = "Microsoft.Storage/storageAccounts"
    metric_name      = "Transactions"
    aggregation      = "Total"
    operator         = "GreaterThan"
    threshold        = 20

    dimension {
      name     = "ResponseType"
      operator = "Include"
      values   = ["AuthorizationError", "AuthenticationError", "NetworkError"]
    }
  }

  action {
    action_group_id = azurerm_monitor_action_group.main.id
  }
}

# Machines are billed in groups that AKS and Databricks make, so a budget on this group alone would see the smaller half.
resource "azurerm_consumption_budget_subscription" "main" {
  name            = "budget-${local.name}"
  subscription_id = "/subscriptions/${var.subscription_id}"
  amount          = var.monthly_budget
  time_grain      = "Monthly"

  time_period {
    start_date = formatdate("YYYY-MM-01'T'00:00:00Z", plantimestamp())
  }

  filter {
    dimension {
      name   = "ResourceGroupName"
      values = [azurerm_resource_group.main.name, local.aks_nodes_group_name, local.databricks_group_name]
    }
  }

  dynamic "notification" {
    for_each = { Actual = 80, Forecasted = 100 }
    content {
      operator       = "GreaterThanOrEqualTo"
      threshold      = notification.value
      threshold_type = notification.key
      contact_emails = var.alert_emails
      contact_groups = [azurerm_monitor_action_group.main.id]
    }
  }

  lifecycle {
    # The month in which it was made, for ever.
    ignore_changes = [time_period]
  }
}
