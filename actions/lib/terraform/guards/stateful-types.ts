// Types of resources that hold what cannot be made again from configuration: data, keys, names and addresses that others use.

/**
 * By provider, without its prefix. Left out are: what is made again as it was (policies, parameters, attachments, objects whose
 * content is in the configuration), and servers, of which many are replaced as a routine; `protect-types` adds those.
 */
const byProvider: Readonly<Record<string, string>> = {
  aws: `
    db_instance db_snapshot db_cluster_snapshot rds_cluster rds_global_cluster dsql_cluster dynamodb_table dynamodb_global_table
    docdb_cluster docdbelastic_cluster neptune_cluster redshift_cluster redshiftserverless_namespace elasticache_cluster
    elasticache_replication_group elasticache_serverless_cache memorydb_cluster keyspaces_keyspace keyspaces_table
    timestreamwrite_database timestreamwrite_table opensearch_domain elasticsearch_domain opensearchserverless_collection
    s3_bucket s3_directory_bucket s3tables_table s3tables_table_bucket glacier_vault backup_vault ebs_volume ebs_snapshot ami
    efs_file_system fsx_lustre_file_system fsx_ontap_file_system fsx_ontap_volume fsx_openzfs_file_system fsx_openzfs_volume
    fsx_windows_file_system msk_cluster msk_serverless_cluster mq_broker sqs_queue kinesis_stream
    kms_key kms_external_key kms_replica_key cloudhsm_v2_cluster secretsmanager_secret ssm_parameter
    acmpca_certificate_authority route53_zone ecr_repository ecrpublic_repository codecommit_repository cognito_user_pool
    cognito_identity_pool directory_service_directory cloudwatch_log_group cloudtrail_event_data_store eip
    eks_cluster eks_node_group organizations_account organizations_organization lightsail_database lightsail_disk`,
  azurerm: `
    mssql_server mssql_database mssql_managed_instance mssql_managed_database mssql_elasticpool
    postgresql_server postgresql_database postgresql_flexible_server postgresql_flexible_server_database
    mysql_server mysql_database mysql_flexible_server mysql_flexible_database mariadb_server mariadb_database
    cosmosdb_account cosmosdb_sql_database cosmosdb_sql_container cosmosdb_mongo_database cosmosdb_mongo_collection
    cosmosdb_postgresql_cluster mongo_cluster redis_cache redis_enterprise_cluster redis_enterprise_database managed_redis
    storage_account storage_container storage_share storage_table storage_queue storage_data_lake_gen2_filesystem
    managed_disk snapshot image shared_image netapp_volume netapp_pool
    key_vault key_vault_key key_vault_secret key_vault_certificate key_vault_managed_hardware_security_module
    dns_zone private_dns_zone container_registry eventhub eventhub_namespace servicebus_namespace servicebus_queue
    servicebus_topic recovery_services_vault data_protection_backup_vault log_analytics_workspace search_service
    kusto_cluster kusto_database synapse_workspace synapse_sql_pool resource_group public_ip
    kubernetes_cluster kubernetes_cluster_node_pool`,
  google: `
    sql_database_instance sql_database alloydb_cluster alloydb_instance spanner_instance spanner_database bigtable_instance
    bigtable_table bigquery_dataset bigquery_table firestore_database redis_instance redis_cluster memorystore_instance
    storage_bucket filestore_instance netapp_volume netapp_storage_pool compute_disk compute_region_disk compute_snapshot
    compute_image kms_key_ring kms_crypto_key kms_crypto_key_version secret_manager_secret secret_manager_secret_version
    secret_manager_regional_secret privateca_certificate_authority dns_managed_zone artifact_registry_repository
    container_registry sourcerepo_repository pubsub_topic pubsub_subscription managed_kafka_cluster
    logging_project_bucket_config backup_dr_backup_vault project folder compute_address compute_global_address
    container_cluster container_node_pool identity_platform_config`,
  ionoscloud: `
    pg_cluster pg_cluster_v2 pg_database mongo_cluster mariadb_cluster inmemorydb_replicaset s3_bucket s3_key
    object_storage_accesskey user_object_storage_bucket volume snapshot backup_unit nfs_cluster nfs_share kafka_cluster
    kafka_cluster_topic logging_pipeline dns_zone ipblock datacenter container_registry container_registry_token
    k8s_cluster k8s_node_pool`,
  digitalocean: `
    database_cluster database_db spaces_bucket volume volume_snapshot domain container_registry kubernetes_cluster
    kubernetes_node_pool reserved_ip`,
  hcloud: 'volume snapshot primary_ip floating_ip storage_box zone',
  openstack: `
    blockstorage_volume_v3 objectstorage_container_v1 db_instance_v1 db_database_v1 dns_zone_v2 keymanager_secret_v1
    sharedfilesystem_share_v2 networking_floatingip_v2 containerinfra_cluster_v1`,
  oci: `
    database_db_system database_autonomous_database mysql_mysql_db_system psql_db_system nosql_table objectstorage_bucket
    core_volume core_boot_volume file_storage_file_system kms_vault kms_key vault_secret dns_zone
    artifacts_container_repository containerengine_cluster containerengine_node_pool`,
  alicloud: `
    db_instance polardb_cluster mongodb_instance kvstore_instance oss_bucket ecs_disk kms_key kms_secret alidns_domain
    cr_ee_repo cs_managed_kubernetes`,
  scaleway: `
    rdb_instance rdb_database redis_cluster mongodb_instance object_bucket block_volume instance_volume secret domain_zone
    registry_namespace k8s_cluster k8s_pool`,
  ovh: `
    cloud_project_database cloud_project_storage cloud_project_volume cloud_project_kube cloud_project_kube_nodepool
    domain_zone`,
  cloudflare: 'zone r2_bucket d1_database workers_kv_namespace queue',
  vault: `
    mount kv_secret kv_secret_v2 generic_secret pki_secret_backend_root_cert pki_secret_backend_key
    transit_secret_backend_key namespace auth_backend`,
  kubernetes: `
    namespace namespace_v1 persistent_volume persistent_volume_v1 persistent_volume_claim persistent_volume_claim_v1
    stateful_set stateful_set_v1`,
  github: 'repository',
  gitlab: 'project group',
  mongodbatlas: 'cluster advanced_cluster flex_cluster serverless_instance project',
  confluent: 'kafka_cluster kafka_topic environment',
  postgresql: 'database schema',
  mysql: 'database',
  random: 'password',
  tls: 'private_key',
}

/** Whole names: by words in them, `aws_db_parameter_group` would hold data and `aws_eip` nothing. */
export const statefulTypes: ReadonlySet<string> = new Set(
  Object.entries(byProvider).flatMap(([provider, types]) =>
    types
      .trim()
      .split(/\s+/)
      .map((type) => `${provider}_${type}`),
  ),
)
