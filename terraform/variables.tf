# --- Where and whose --------------------------------------------------------------------------------------------------

variable "subscription_id" {
  description = "The Azure subscription that everything is made in"
  type        = string

  validation {
    condition     = can(regex("^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$", var.subscription_id))
    error_message = "subscription_id is a GUID in small letters: az account show --query id --output tsv."
  }
}

variable "environment" {
  description = "dev or prod: part of every name, and the GitHub environment that may deploy"
  type        = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment is dev or prod."
  }
}

variable "project" {
  description = "First part of every name"
  type        = string
  default     = "insight"

  validation {
    # Storage and vault names have 24 characters: project, prod, suffix, and for the vault kv and dashes.
    condition     = can(regex("^[a-z][a-z0-9]{2,7}$", var.project))
    error_message = "project has 3 to 8 small letters and digits, a letter first."
  }
}

variable "location" {
  description = "Azure region of everything but Language accounts of other residency, such as eastus2"
  type        = string

  validation {
    condition     = can(regex("^[a-z]+[a-z0-9]*$", var.location))
    error_message = "location is a region's short name, such as eastus2 or westeurope."
  }
}

variable "tags" {
  description = "Tags of every resource, beside workload, environment and managed_by"
  type        = map(string)
  default     = {}
}

variable "protect_data" {
  description = "Whether Terraform and Azure Policy refuse to delete the lake and the key vault"
  type        = bool
  default     = true

  validation {
    condition     = var.protect_data || var.environment != "prod"
    error_message = "protect_data is false; in prod the lake and the vault stay protected. To tear prod down, see the README."
  }
}

# --- People -----------------------------------------------------------------------------------------------------------

variable "platform_admin_object_id" {
  description = "Object id of the Entra group that runs the platform: cluster admin, keeper of the secrets. Null: whoever applies"
  type        = string
  default     = null

  validation {
    condition     = var.environment != "prod" || var.platform_admin_object_id != null
    error_message = "In prod name a group (platform_admin_object_id): with null it would be whoever applies, a different one each time."
  }
}

variable "analysts_object_id" {
  description = "Object id of the analysts' Entra group, for reading silver and gold without Databricks. Null: nobody"
  type        = string
  default     = null
}

variable "analysts_group" {
  description = "Name of the analysts' group in the Databricks account; \"account users\" is everybody in it"
  type        = string
  default     = "account users"

  validation {
    condition     = var.environment != "prod" || var.analysts_group != "account users"
    error_message = "In prod name the analysts' group (analysts_group); \"account users\" is everybody."
  }
}

variable "landing_writer_object_ids" {
  description = "Object ids of those who upload chats and tickets: the exporting system, in dev yourself"
  type        = set(string)
  default     = []
}

variable "github_repository" {
  description = "OWNER/NAME of the repository whose workflows deploy"
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "github_repository is OWNER/NAME, without a host and without .git."
  }
}

variable "alert_emails" {
  description = "Who is told of alerts, of the budget, and of failures of the Spark job"
  type        = list(string)

  validation {
    condition     = length(var.alert_emails) > 0 && alltrue([for email in var.alert_emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "alert_emails has one or more addresses: alerts that nobody gets are worth nothing."
  }
}

variable "alerts_enabled" {
  description = "Whether alerts speak; false while nothing is deployed yet"
  type        = bool
  default     = true
}

variable "lag_alert_minutes" {
  description = "An insight that comes so long after its chat is late. More than the job's silver.ticket-wait (10 minutes), which counts"
  type        = number
  default     = 20

  validation {
    condition     = var.lag_alert_minutes > 10
    error_message = "lag_alert_minutes is more than the 10 minutes for which a chat may wait for its ticket."
  }
}

variable "landing_backlog_alert_files" {
  description = "So many files that wait in the landing zone for half an hour are a backlog"
  type        = number
  default     = 100

  validation {
    condition     = var.landing_backlog_alert_files >= 1
    error_message = "landing_backlog_alert_files is 1 or more."
  }
}

variable "dead_letter_alert_ratio" {
  description = "Part of the records that may end as dead letters before somebody is told (0 to 1)"
  type        = number
  default     = 0.01

  validation {
    condition     = var.dead_letter_alert_ratio > 0 && var.dead_letter_alert_ratio < 1
    error_message = "dead_letter_alert_ratio is between 0 and 1, such as 0.01 for one record in a hundred."
  }
}

variable "monthly_budget" {
  description = "Budget a month in the subscription's currency; mails at 80 % spent and at 100 % forecast"
  type        = number

  validation {
    condition     = var.monthly_budget > 0
    error_message = "monthly_budget is more than 0."
  }
}

# --- Network ----------------------------------------------------------------------------------------------------------

variable "private_network" {
  description = "Private endpoints and a private API server; what holds data refuses the internet"
  type        = bool

  validation {
    condition     = var.private_network || var.environment != "prod"
    error_message = "In prod private_network is true."
  }
}

variable "address_space" {
  description = "Addresses of the virtual network, a /16; not 10.244.0.0/16 or 10.245.0.0/16, which pods and services have"
  type        = string
  default     = "10.40.0.0/16"

  validation {
    condition     = can(cidrhost(var.address_space, 0)) && endswith(var.address_space, "/16") && !contains(["10.244.0.0/16", "10.245.0.0/16"], var.address_space)
    error_message = "address_space is a /16 such as 10.40.0.0/16, and neither 10.244.0.0/16 nor 10.245.0.0/16."
  }
}

variable "admin_ip_ranges" {
  description = "Public addresses (CIDR) of those who administer: with private_network they reach the lake and the vault, without it they alone reach the API server (empty: all do, by Entra ID)"
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for range in var.admin_ip_ranges : can(cidrhost(range, 0)) && !startswith(range, "0.0.0.0/")])
    error_message = "admin_ip_ranges are CIDR ranges such as 203.0.113.7/32; the whole internet is none."
  }
}

variable "zones" {
  description = "Availability zones of nodes and of the way out; empty where there are none or one is enough"
  type        = list(string)
  default     = []

  validation {
    condition     = var.environment != "prod" || length(var.zones) > 1
    error_message = "In prod nodes are spread over two zones or more."
  }
}

# --- Storage ----------------------------------------------------------------------------------------------------------

variable "storage_replication" {
  description = "Copies of the lake: LRS and ZRS in one region; GRS, RAGRS, GZRS and RAGZRS in the paired one as well"
  type        = string

  validation {
    condition     = contains(["LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS"], var.storage_replication)
    error_message = "storage_replication is one of LRS, ZRS, GRS, RAGRS, GZRS, RAGZRS."
  }
  validation {
    condition     = var.environment != "prod" || contains(["GZRS", "RAGZRS"], var.storage_replication)
    error_message = "In prod the lake is in several zones and in a second region: GZRS or RAGZRS."
  }
}

variable "soft_delete_days" {
  description = "For how many days deleted files can be brought back; so much longer personal data stays after VACUUM"
  type        = number
  default     = 7

  validation {
    condition     = var.soft_delete_days >= 1 && var.soft_delete_days <= 14
    error_message = "soft_delete_days is 1 to 14: erasure has a month, and VACUUM's retention counts, too."
  }
}

variable "landing_retention_days" {
  description = "After how many days a landed file is deleted; it is in bronze by then"
  type        = number
  default     = 30

  validation {
    condition     = var.landing_retention_days >= 7
    error_message = "landing_retention_days is 7 or more: a job that stood still must still find its files."
  }
}

variable "bronze_retention_days" {
  description = "After how many days the scheduled Spark job deletes records from bronze"
  type        = number
  default     = 365

  validation {
    condition     = var.bronze_retention_days >= 7 && floor(var.bronze_retention_days) == var.bronze_retention_days
    error_message = "bronze_retention_days is a whole number of 7 or more."
  }
}

variable "storage_log_categories" {
  description = "What the lake writes down of each request: StorageRead, StorageWrite, StorageDelete. Reads are by far the most"
  type        = set(string)
  default     = ["StorageDelete"]

  validation {
    condition     = length(setsubtract(var.storage_log_categories, ["StorageRead", "StorageWrite", "StorageDelete"])) == 0
    error_message = "storage_log_categories are among StorageRead, StorageWrite and StorageDelete."
  }
}

# --- Azure AI Language ------------------------------------------------------------------------------------------------

variable "language_accounts" {
  description = "Language accounts by name (eu, us): where they are, F0 or S, and the regions of tickets whose text they read. One may have no regions: it reads all others"
  type = map(object({
    location = string
    sku      = string
    regions  = list(string)
  }))

  validation {
    condition     = length(var.language_accounts) > 0 && alltrue([for name in keys(var.language_accounts) : can(regex("^[a-z][a-z0-9]{0,11}$", name))])
    error_message = "language_accounts has at least one; names have 1 to 12 small letters and digits, as they are part of a host name."
  }
  validation {
    condition     = alltrue([for account in var.language_accounts : contains(["F0", "S"], account.sku)])
    error_message = "A Language account's sku is F0 (free) or S."
  }
  validation {
    condition     = length([for account in var.language_accounts : account if account.sku == "F0"]) <= 1
    error_message = "Azure allows one F0 account of a kind in a subscription."
  }
  validation {
    condition     = length([for account in var.language_accounts : account if length(account.regions) == 0]) <= 1
    error_message = "Only one Language account can be the one for all other regions."
  }
  validation {
    condition = length(distinct([for region in flatten([for account in var.language_accounts : account.regions]) : lower(trimspace(region))])) == length(
      flatten([for account in var.language_accounts : account.regions])
    )
    error_message = "A region is read by one Language account only."
  }
  validation {
    condition = alltrue([
      for region in flatten([for account in var.language_accounts : account.regions]) : can(regex("^[^:,;'\"\\s][^:,;'\"]*$", region))
    ])
    error_message = "A region's name has no colon, comma, semicolon or quote: it becomes part of --language.region-endpoints."
  }
  validation {
    condition     = var.environment != "prod" || alltrue([for account in var.language_accounts : account.sku == "S"])
    error_message = "In prod Language accounts are S: F0 stops after 5,000 texts a month."
  }
}

# --- Kubernetes -------------------------------------------------------------------------------------------------------

variable "kubernetes_namespace" {
  description = "Namespace of the job, as in k8s/"
  type        = string
  default     = "insight"
}

variable "kubernetes_service_account" {
  description = "Service account of the job's pods, as in k8s/"
  type        = string
  default     = "insight-flink"
}

variable "aks" {
  description = "The cluster: tier, version (null: AKS chooses, then keeps it up to date), add-ons, sizes of the two pools"
  type = object({
    sku_tier           = string
    kubernetes_version = optional(string)
    azure_policy       = optional(bool, true)
    # Of upgrades, from 01:00 UTC.
    maintenance_day = optional(string, "Sunday")
    system_pool = object({
      vm_size = string
      min     = number
      max     = number
    })
    flink_pool = object({
      vm_size         = string
      min             = number
      max             = number
      os_disk_type    = optional(string, "Managed")
      os_disk_size_gb = optional(number)
      # Nodes on top while upgrading. Without, where the quota has no room for one, a node is taken away first.
      surge = optional(bool, true)
    })
  })

  validation {
    condition     = contains(["Free", "Standard", "Premium"], var.aks.sku_tier) && (var.environment != "prod" || var.aks.sku_tier != "Free")
    error_message = "aks.sku_tier is Free, Standard or Premium, and in prod not Free, which promises nothing."
  }
  validation {
    condition     = contains(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"], var.aks.maintenance_day)
    error_message = "aks.maintenance_day is '${var.aks.maintenance_day}'; it is a day of the week, such as Sunday."
  }
  validation {
    condition     = var.aks.system_pool.min >= 1 && var.aks.system_pool.max >= var.aks.system_pool.min && var.aks.flink_pool.min >= 0 && var.aks.flink_pool.max >= max(1, var.aks.flink_pool.min)
    error_message = "A pool's max is at least its min; the system pool has a node or more."
  }
  validation {
    condition     = var.environment != "prod" || (var.aks.system_pool.min >= 2 && var.aks.flink_pool.min >= 2)
    error_message = "In prod both pools have two nodes or more, so that one may fail."
  }
}

# --- Secrets and logs -------------------------------------------------------------------------------------------------

variable "vault_soft_delete_days" {
  description = "For how many days a deleted vault or secret can be brought back; fixed once the vault is made"
  type        = number
  default     = 90

  validation {
    condition     = var.vault_soft_delete_days >= 7 && var.vault_soft_delete_days <= 90
    error_message = "vault_soft_delete_days is 7 to 90."
  }
}

variable "log_retention_days" {
  description = "For how many days logs are kept"
  type        = number
  default     = 30

  validation {
    condition     = var.log_retention_days >= 30 && var.log_retention_days <= 730
    error_message = "log_retention_days is 30 to 730."
  }
}

variable "log_daily_quota_gb" {
  description = "Gigabytes of logs a day, after which no more are taken in until midnight UTC; -1 for no limit"
  type        = number
  default     = -1

  validation {
    condition     = var.log_daily_quota_gb == -1 || var.log_daily_quota_gb > 0
    error_message = "log_daily_quota_gb is more than 0, or -1 for no limit."
  }
}

# --- Databricks -------------------------------------------------------------------------------------------------------

variable "databricks_account_id" {
  description = "Id of the Databricks account (accounts.azuredatabricks.net), with which the Spark job runs as its own service principal. Null: it runs as whoever applied"
  type        = string
  default     = null

  validation {
    condition     = var.environment != "prod" || var.databricks_account_id != null
    error_message = "In prod the Spark job runs as its service principal: databricks_account_id is needed."
  }
}

variable "optimizer" {
  description = "The Spark job: its jar, when it runs (Quartz, UTC), and on what. workers = 0 is a single machine"
  type = object({
    jar           = optional(string, "../job/optimizer/target/insight-optimizer.jar")
    schedule      = optional(string, "0 30 2 * * ?")
    paused        = bool
    spark_version = optional(string, "16.4.x-scala2.12")
    node_type     = string
    workers       = number
  })

  validation {
    condition     = can(regex("^(1[5-9]|[2-9][0-9])\\.[0-9]+\\.x-scala2\\.12$|^14\\.3\\.x-scala2\\.12$", var.optimizer.spark_version))
    error_message = "optimizer.spark_version is Databricks Runtime 14.3 or newer with Scala 2.12, such as 16.4.x-scala2.12."
  }
  validation {
    condition     = can(regex("^\\S+ \\S+ \\S+ \\S+ \\S+ \\S+( \\S+)?$", var.optimizer.schedule)) && strcontains(var.optimizer.schedule, "?")
    error_message = "optimizer.schedule is a Quartz expression: seconds first, and ? for the day of the month or of the week (0 30 2 * * ?)."
  }
  validation {
    condition     = var.optimizer.workers >= 0
    error_message = "optimizer.workers is 0 or more."
  }
}

variable "warehouse" {
  description = "The analysts' SQL warehouse. Serverless is there in seconds, but does not reach a lake behind private endpoints"
  type = object({
    size              = string
    serverless        = bool
    max_clusters      = optional(number, 1)
    auto_stop_minutes = optional(number, 10)
  })

  validation {
    condition     = !(var.warehouse.serverless && var.private_network)
    error_message = "A serverless warehouse is outside the network and would not reach the lake: with private_network, warehouse.serverless is false."
  }
  validation {
    condition     = var.warehouse.auto_stop_minutes >= (var.warehouse.serverless ? 5 : 10)
    error_message = "warehouse.auto_stop_minutes is 10 or more, serverless 5 or more; 0 would never stop."
  }
}
