// Which keys of Terraform's JSON syntax are blocks, how many labels they have, and which blocks stand in them.

export type BlockShape = { readonly labels: number; readonly blocks: BlockShapes }
export type BlockShapes = Readonly<Record<string, BlockShape>>

const plain: BlockShape = { labels: 0, blocks: {} }
const block = (labels: number, blocks: BlockShapes = {}): BlockShape => ({ labels, blocks })

const lifecycle = block(0, { precondition: plain, postcondition: plain, action_trigger: plain })
const provisioner = block(1, { connection: plain })
const dynamic = block(1, { content: plain })
const resource = block(2, { lifecycle, provisioner, connection: plain, dynamic })
const data = block(2, { lifecycle, dynamic })

/** Of `.tf.json` and `.tofu.json`; the blocks that a provider's schema adds are not known, and are read as arguments. */
export const configurationBlocks: BlockShapes = {
  terraform: block(0, {
    backend: block(1),
    cloud: block(0, { workspaces: plain }),
    required_providers: plain,
    provider_meta: block(1),
    encryption: block(0, {
      key_provider: block(2),
      method: block(2),
      state: block(0, { fallback: plain }),
      plan: block(0, { fallback: plain }),
      remote_state_data_sources: block(0, { default: plain, remote_state_data_source: block(1) }),
    }),
  }),
  provider: block(1, { dynamic }),
  variable: block(1, { validation: plain }),
  locals: plain,
  output: block(1, { precondition: plain }),
  module: block(1),
  resource,
  data,
  ephemeral: data,
  action: block(2, { config: plain }),
  check: block(1, { data, assert: plain }),
  moved: plain,
  import: plain,
  removed: block(0, { lifecycle: plain, provisioner, connection: plain }),
}

/** Of `.tftest.json` and `.tofutest.json`. */
export const testBlocks: BlockShapes = {
  test: plain,
  run: block(1, { variables: plain, module: plain, plan_options: plain, assert: plain }),
  variables: plain,
  provider: block(1, { dynamic }),
  mock_provider: block(1, {
    mock_resource: block(1),
    mock_data: block(1),
    override_resource: plain,
    override_data: plain,
  }),
  override_resource: plain,
  override_data: plain,
  override_module: plain,
}
