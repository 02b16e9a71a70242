# For one person and a trial subscription: four vCPUs in all, the free Language tier, one copy of everything, open to the
# internet behind Entra ID. What only you know (subscription_id, your own object id) is in mine.tfvars; see the README.

subscription_id   = "00000000-0000-0000-0000-000000000000"
environment       = "dev"
location          = "eastus2"
github_repository = "example/customer-insight-engine"
alert_emails      = ["dev-team@example.com"]
monthly_budget    = 200
tags              = { owner = "platform", cost_center = "trial" }

private_network = false
protect_data    = false

storage_replication    = "LRS"
soft_delete_days       = 1
landing_retention_days = 14
bronze_retention_days  = 30
vault_soft_delete_days = 7

# The free tier allows one account in a subscription, so that all regions share it: for invented chats only.
language_accounts = {
  all = { location = "eastus2", sku = "F0", regions = [] }
}

# One machine of four vCPUs is the whole quota. Flink runs on it, too: its own pool stays empty until there is quota.
aks = {
  sku_tier     = "Free"
  azure_policy = false
  # The night before prod's.
  maintenance_day = "Saturday"
  system_pool     = { vm_size = "Standard_D4as_v5", min = 1, max = 1 }
  flink_pool      = { vm_size = "Standard_D4as_v5", min = 0, max = 1, surge = false }
}

log_daily_quota_gb = 0.5

# Paused: run it by hand, with the cluster stopped where the quota is four vCPUs.
optimizer = {
  paused    = true
  node_type = "Standard_D4ads_v5"
  workers   = 0
}

warehouse = {
  size              = "2X-Small"
  serverless        = true
  auto_stop_minutes = 5
}
