# The cluster, with a pool of machines for Flink alone.

resource "azurerm_kubernetes_cluster" "main" {
  name                = "aks-${local.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  dns_prefix          = local.name
  node_resource_group = local.aks_nodes_group_name
  sku_tier            = var.aks.sku_tier
  kubernetes_version  = var.aks.kubernetes_version
  tags                = local.tags

  # Who gets in: Entra ID only, and Azure roles say what they may do. No certificates of the cluster's own.
  local_account_disabled            = true
  role_based_access_control_enabled = true
  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
    tenant_id          = data.azurerm_client_config.current.tenant_id
  }

  # Pods log in to Azure with their service account's token (identity.tf).
  oidc_issuer_enabled       = true
  workload_identity_enabled = true

  # The API server has a private address only, or takes the addresses that are named.
  private_cluster_enabled             = var.private_network
  private_cluster_public_fqdn_enabled = false
  private_dns_zone_id                 = var.private_network ? "System" : null
  run_command_enabled                 = false
  dynamic "api_server_access_profile" {
    for_each = var.private_network || length(var.admin_ip_ranges) == 0 ? [] : [var.admin_ip_ranges]
    content {
      authorized_ip_ranges = api_server_access_profile.value
    }
  }

  # Kept up to date without anybody: patches of the last but one minor version, images of nodes, in one night of the week. Dev's
  # comes before prod's, so that what breaks is seen there first.
  # Flink takes a restart of its nodes as it takes any: from the last checkpoint.
  automatic_upgrade_channel = "stable"
  node_os_upgrade_channel   = "NodeImage"
  image_cleaner_enabled     = true
  # Hours; the service's own default.
  image_cleaner_interval_hours = 168
  maintenance_window_auto_upgrade {
    frequency   = "Weekly"
    interval    = 1
    day_of_week = var.aks.maintenance_day
    start_time  = "01:00"
    utc_offset  = "+00:00"
    duration    = 4
  }
  maintenance_window_node_os {
    frequency   = "Weekly"
    interval    = 1
    day_of_week = var.aks.maintenance_day
    start_time  = "01:00"
    utc_offset  = "+00:00"
    duration    = 4
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.aks.id]
  }

  # What nodes pull images as.
  kubelet_identity {
    client_id                 = azurerm_user_assigned_identity.workload["nodes"].client_id
    object_id                 = azurerm_user_assigned_identity.workload["nodes"].principal_id
    user_assigned_identity_id = azurerm_user_assigned_identity.workload["nodes"].id
  }

  # AKS's own pods, the Flink operator, the web UI's proxy; in dev, Flink as well.
  default_node_pool {
    name                        = "system"
    temporary_name_for_rotation = "systemtmp"
    vm_size                     = var.aks.system_pool.vm_size
    auto_scaling_enabled        = true
    min_count                   = var.aks.system_pool.min
    max_count                   = var.aks.system_pool.max
    zones                       = var.zones
    vnet_subnet_id              = azurerm_subnet.aks.id
    os_sku                      = "AzureLinux"
    max_pods                    = 60
    tags                        = local.tags

    upgrade_settings {
      max_surge                     = "1"
      drain_timeout_in_minutes      = 30
      node_soak_duration_in_minutes = 5
    }
  }

  # Pods in an overlay: the network's addresses are for nodes only. Cilium enforces the NetworkPolicy objects.
  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_data_plane  = "cilium"
    network_policy      = "cilium"
    outbound_type       = "userAssignedNATGateway"
    load_balancer_sku   = "standard"
    pod_cidr            = "10.244.0.0/16"
    service_cidr        = "10.245.0.0/16"
    dns_service_ip      = "10.245.0.10"
  }

  # The nodes that there are, are the pools below; AKS makes none by itself.
  node_provisioning_profile {
    mode = "Manual"
  }

  auto_scaler_profile {
    # One zone is not filled before the other.
    balance_similar_node_groups = true
    expander                    = "least-waste"
    # A taskmanager keeps RocksDB on the node's disk; that is a cache, and no reason to keep the node.
    skip_nodes_with_local_storage = false
    scale_down_unneeded           = "10m"
  }

  # Mounts pii-hmac-key into the job's pods.
  key_vault_secrets_provider {
    secret_rotation_enabled  = true
    secret_rotation_interval = "2m"
  }

  # Managed Prometheus and container logs: where they go is in monitoring.tf.
  monitor_metrics {}
  oms_agent {
    log_analytics_workspace_id      = azurerm_log_analytics_workspace.main.id
    msi_auth_for_monitoring_enabled = true
  }

  azure_policy_enabled = var.aks.azure_policy

  lifecycle {
    # The channel moves these.
    ignore_changes = [kubernetes_version, default_node_pool[0].orchestrator_version]
  }

  # Nodes cannot join a network that the cluster may not touch, nor start without a way out.
  depends_on = [
    azurerm_role_assignment.aks,
    azurerm_subnet_nat_gateway_association.main,
  ]
}

# For Flink alone: nobody else's load slows the stream. It grows when a pod of the autoscaler finds no room.
resource "azurerm_kubernetes_cluster_node_pool" "flink" {
  name                        = "flink"
  temporary_name_for_rotation = "flinktmp"
  kubernetes_cluster_id       = azurerm_kubernetes_cluster.main.id
  mode                        = "User"
  vm_size                     = var.aks.flink_pool.vm_size
  auto_scaling_enabled        = true
  min_count                   = var.aks.flink_pool.min
  max_count                   = var.aks.flink_pool.max
  zones                       = var.zones
  vnet_subnet_id              = azurerm_subnet.aks.id
  os_sku                      = "AzureLinux"
  os_disk_type                = var.aks.flink_pool.os_disk_type
  os_disk_size_gb             = var.aks.flink_pool.os_disk_size_gb
  max_pods                    = 60
  tags                        = local.tags

  # k8s/ selects the label and tolerates the taint.
  node_labels = { workload = "flink" }
  node_taints = ["workload=flink:NoSchedule"]

  upgrade_settings {
    # One node at a time, and time for the job to recover before the next: no disruption budget can say that (k8s/base).
    max_surge                     = var.aks.flink_pool.surge ? "1" : null
    max_unavailable               = var.aks.flink_pool.surge ? null : "1"
    drain_timeout_in_minutes      = 30
    node_soak_duration_in_minutes = 5
  }

  lifecycle {
    ignore_changes = [orchestrator_version, node_count]
  }
}
