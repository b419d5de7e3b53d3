import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/rules/terraform-rules.ts
var terraformRules = [
  {
    id: "terraform-unreadable",
    severity: "error",
    what: "A file of Terraform\u2019s configuration or a lock file cannot be read, or could be read in two ways.",
    why: "What is not read is not checked: a gate that guesses can be led past.",
    mend: "Correct the syntax at the line that the finding names; write odd strings in a simpler way."
  },
  {
    id: "terraform-plugin-in-tree",
    severity: "error",
    what: "The repository has terraform.d, .terraform, or a file that is a plugin; a compiled program beside the configuration (warning).",
    why: "Terraform takes providers from such places without a registry and starts them, in validate and plan already, with the credentials of the job.",
    mend: "Remove the files; pin providers of a registry by the lock file."
  },
  {
    id: "terraform-cli-config",
    severity: "error",
    what: "A CLI configuration file (.terraformrc, terraform.rc, .tofurc, *.tfrc) is in the repository, or a file of environment variables sets one that changes Terraform itself (warning).",
    why: "It can replace providers, send requests for them elsewhere and hold credentials.",
    mend: "Remove the file; Seaworthy writes its own for each run."
  },
  {
    id: "terraform-path-outside",
    severity: "error",
    what: "A symbolic link, a local module or a function such as file() leads out of the repository; a file whose path is computed (warning).",
    why: "It reads what nobody reviewed, or carries files of the machine, with their secrets, into the plan.",
    mend: "Bring what is needed into the repository and name it by a path below path.module."
  },
  {
    id: "terraform-lock-missing",
    severity: "warning",
    what: "A root needs providers that no .terraform.lock.hcl beside it pins.",
    why: "The registry decides at each run which program runs; plan and apply may use two.",
    mend: "Run terraform providers lock (or tofu) in the root\u2019s folder and commit the file."
  },
  {
    id: "terraform-lock-edited",
    severity: "error",
    what: "A change removes a lock file or hashes of a version that stays, leaves an entry without hashes, or edits an entry of a provider that may not run; hashes that are added (warning).",
    why: "The hashes are all that ties a provider\u2019s name to the program that was reviewed.",
    mend: "Restore the file from the base and run terraform providers lock or init -upgrade."
  },
  {
    id: "terraform-provider-source",
    severity: "error",
    what: "A provider, its source written or implied by a name, is not one of those that terraform.providers allows; without such a list it is noted.",
    why: "A provider is a program that runs with the credentials of the job, before anybody has approved.",
    mend: "Remove the provider, or add its source to the list in a change of its own."
  },
  {
    id: "terraform-provider-endpoint",
    severity: "error",
    what: "A change sets where a provider or terraform_remote_state sends its requests: an endpoint, URL, host or proxy, or TLS that is not verified. A warning where there is no base.",
    why: "The credentials of the job go there with the first plan.",
    mend: "Remove the argument, or have somebody who knows the address confirm it."
  },
  {
    id: "terraform-module-source",
    severity: "error",
    what: "A remote module comes from a source that terraform.modules does not allow, or its source is computed (a warning where there is no list).",
    why: "A module decides what is created, and can start programs while planning.",
    mend: "Take the module from an allowed source, or add the source to the list in a change of its own."
  },
  {
    id: "terraform-module-unpinned",
    severity: "error",
    what: "A remote module has no commit, tag or version; a warning where the name may move: a branch, a range of versions.",
    why: "No lock file covers modules: what runs tomorrow may not be what was reviewed today.",
    mend: "Name the commit (?ref=\u2026) or one exact version."
  },
  {
    id: "terraform-external-program",
    severity: "error",
    what: 'A block starts a program of its own: data "external", local_command, shell_script and the like, as data, ephemeral, resource or action.',
    why: "Data runs while planning, before anybody has approved, with the credentials of the job.",
    mend: "Use a provider, or compute the value before Terraform starts and pass it as a variable."
  },
  {
    id: "terraform-provisioner",
    severity: "error",
    what: "A resource has a provisioner: local-exec, remote-exec, file or another.",
    why: "What it does is in no plan, and it runs with the credentials of the apply.",
    mend: "Use a resource of a provider, cloud-init, or a step of its own."
  },
  {
    id: "terraform-http-data",
    severity: "warning",
    what: "A data source or ephemeral resource of type http asks a server at every plan.",
    why: "The answer decides without review, and the request can carry secrets away.",
    mend: "Commit the content, or pass it as a variable."
  },
  {
    id: "terraform-backend-changed",
    severity: "error",
    what: "A change adds, removes or alters the backend or cloud block of a root that exists, or the encryption of its state.",
    why: "Terraform plans against another state: everything seems new, and what exists is left behind.",
    mend: "Move the state first, reviewed and by hand; then let this one change through by an exemption in the settings of the base branch."
  },
  {
    id: "terraform-override-file",
    severity: "warning",
    what: "A folder has an override file (override.tf, *_override.tf).",
    why: "It replaces what other files say, and a reviewer of those does not see it.",
    mend: "Change the blocks where they stand."
  }
];

export {
  terraformRules
};
