// Sigstore's packages, loaded when something is verified: an action that verifies nothing does not pay for them.

/**
 * All of them. They are CommonJS, of which only the default export is the same in Node and in our bundle.
 */
export async function loadPackages() {
  const [bundle, core, specs, verify] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/core'),
    import('@sigstore/protobuf-specs'),
    import('@sigstore/verify'),
  ])
  return { bundle: bundle.default, core: core.default, specs: specs.default, verify: verify.default }
}
