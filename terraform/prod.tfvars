# Values that are marked as examples are to be replaced. Sized for a million chats a month, ten times as many at a peak.

subscription_id          = "00000000-0000-0000-0000-000000000000" # example
environment              = "prod"
location                 = "eastus2"
github_repository        = "example/customer-insight-engine" # example
alert_emails             = ["oncall@example.com"]            # example
monthly_budget           = 7000
tags                     = { owner = "platform", cost_center = "retention" }
platform_admin_object_id = "00000000-0000-0000-0000-00000000000a" # example
analysts_object_id       = "00000000-0000-0000-0000-00000000000b" # example
analysts_group           = "insight-analysts"                     # example
databricks_account_id    = "00000000-0000-0000-0000-00000000000c" # example

landing_writer_object_ids = ["00000000-0000-0000-0000-00000000000d"] # example: the CRM's exporter

private_network = true
zones           = ["1", "2", "3"]

# Readable in the second region before a failover, too.
storage_replication    = "RAGZRS"
soft_delete_days       = 7
landing_retention_days = 30
bronze_retention_days  = 365
# Bronze holds personal data: who read it is written down.
storage_log_categories = ["StorageRead", "StorageDelete"]

# Tickets name cities. Texts of Europe stay in the EU, those of the United Kingdom there.
language_accounts = {
  us = { location = "eastus2", sku = "S", regions = [] }
  eu = { location = "westeurope", sku = "S", regions = ["Berlin", "Dublin", "Lisbon", "Madrid", "Milan", "Paris"] }
  uk = { location = "uksouth", sku = "S", regions = ["London"] }
}

aks = {
  sku_tier    = "Standard"
  system_pool = { vm_size = "Standard_D4ads_v5", min = 3, max = 5 }
  # Disks of the machines themselves: RocksDB's working copy needs speed, not durability.
  flink_pool = { vm_size = "Standard_D8ads_v5", min = 2, max = 6, os_disk_type = "Ephemeral", os_disk_size_gb = 200 }
}

log_retention_days = 90

optimizer = {
  paused    = false
  node_type = "Standard_D8ads_v5"
  workers   = 2
}

warehouse = {
  size              = "Small"
  serverless        = false
  max_clusters      = 3
  auto_stop_minutes = 15
}
