package render

import (
	"fmt"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/yaml"

	"kubeconform-wasm/internal/files"
)

// KustomizeOptions are spec.source.kustomize of an Application. Argo CD applies them by `kustomize edit` on the top
// kustomization before it builds (util/kustomize, v3.5); the same edits are made here, in the same order.
type KustomizeOptions struct {
	NamePrefix              string            `json:"namePrefix"`
	NameSuffix              string            `json:"nameSuffix"`
	Namespace               string            `json:"namespace"`
	Images                  []string          `json:"images"`
	Replicas                []replicaOption   `json:"replicas"`
	CommonLabels            map[string]string `json:"commonLabels"`
	ForceCommonLabels       bool              `json:"forceCommonLabels"`
	LabelWithoutSelector    bool              `json:"labelWithoutSelector"`
	LabelIncludeTemplates   bool              `json:"labelIncludeTemplates"`
	CommonAnnotations       map[string]string `json:"commonAnnotations"`
	ForceCommonAnnotations  bool              `json:"forceCommonAnnotations"`
	Patches                 []map[string]any  `json:"patches"`
	Components              []string          `json:"components"`
	IgnoreMissingComponents bool              `json:"ignoreMissingComponents"`
}

type replicaOption struct {
	Name  string `json:"name"`
	Count any    `json:"count"` // an integer or a string that holds one
}

func (o KustomizeOptions) empty() bool {
	return o.NamePrefix == "" && o.NameSuffix == "" && o.Namespace == "" && len(o.Images)+len(o.Replicas)+len(o.CommonLabels)+len(o.CommonAnnotations)+len(o.Patches)+len(o.Components) == 0
}

// withOptions returns the top kustomization as the build sees it.
func withOptions(tree *files.Tree, content []byte, options KustomizeOptions, name string) ([]byte, *Failure) {
	fault := func(reason string, err error) *Failure {
		return &Failure{Type: "fault", Reason: reason, File: name, Message: fmt.Sprintf("%s: %v", name, err)}
	}
	if tooDeep(content) {
		return nil, fault("too-deep", fmt.Errorf("nests more than %d levels deep", maxNesting))
	}
	var k types.Kustomization
	if err := k.Unmarshal(content); err != nil {
		return nil, fault("kustomization", err)
	}
	k.FixKustomization()
	if err := apply(tree, &k, options, path.Dir(name)); err != nil {
		return nil, fault("kustomization", err)
	}
	edited, err := yaml.Marshal(k)
	if err != nil {
		return nil, fault("kustomization", err)
	}
	return edited, nil
}

func apply(tree *files.Tree, k *types.Kustomization, options KustomizeOptions, root string) error {
	if options.NamePrefix != "" {
		k.NamePrefix = options.NamePrefix
	}
	if options.NameSuffix != "" {
		k.NameSuffix = options.NameSuffix
	}
	if len(options.Images) > 0 {
		if err := setImages(k, options.Images); err != nil {
			return err
		}
	}
	if err := setReplicas(k, options.Replicas); err != nil {
		return err
	}
	if err := addLabels(k, options); err != nil {
		return err
	}
	if err := addMissing(&k.CommonAnnotations, options.CommonAnnotations, options.ForceCommonAnnotations, "annotation"); err != nil {
		return err
	}
	if options.Namespace != "" {
		k.Namespace = options.Namespace
	}
	if err := addPatches(k, options.Patches); err != nil {
		return err
	}
	for _, component := range options.Components {
		if options.IgnoreMissingComponents {
			if _, entry := tree.Resolve(path.Join(root, component)); entry.Kind == files.Missing {
				continue
			}
		}
		if !slices.Contains(k.Components, component) {
			k.Components = append(k.Components, component)
		}
	}
	return nil
}

// keepExisting as a new name, tag or digest leaves what the kustomization says.
const keepExisting = "*"

func setImages(k *types.Kustomization, arguments []string) error {
	wanted := map[string]types.Image{}
	for _, argument := range arguments {
		image, err := parseImage(argument)
		if err != nil {
			return err
		}
		wanted[image.Name] = image
	}
	for _, existing := range k.Images {
		image, replaced := wanted[existing.Name]
		if !replaced {
			wanted[existing.Name] = existing
			continue
		}
		wanted[existing.Name] = types.Image{Name: image.Name, NewName: kept(image.NewName, existing.NewName), NewTag: kept(image.NewTag, existing.NewTag), Digest: kept(image.Digest, existing.Digest)}
	}
	k.Images = k.Images[:0]
	for _, image := range wanted {
		image.NewName, image.NewTag, image.Digest = kept(image.NewName, ""), kept(image.NewTag, ""), kept(image.Digest, "")
		k.Images = append(k.Images, image)
	}
	sort.Slice(k.Images, func(a, b int) bool { return k.Images[a].Name < k.Images[b].Name })
	return nil
}

func kept(value, existing string) string {
	if value == keepExisting {
		return existing
	}
	return value
}

// parseImage reads `name=newname:tag@digest`, `name:tag` or `name@digest`.
func parseImage(argument string) (types.Image, error) {
	key, value, renamed := strings.Cut(argument, "=")
	if !renamed {
		value = argument
	}
	name, tag, digest := splitImage(value)
	if name == argument {
		return types.Image{}, fmt.Errorf("spec.source.kustomize.images: %q changes nothing; write name=newname, name:tag or name@digest", argument)
	}
	if renamed {
		return types.Image{Name: key, NewName: name, NewTag: tag, Digest: digest}, nil
	}
	return types.Image{Name: name, NewTag: tag, Digest: digest}, nil
}

func splitImage(image string) (name, tag, digest string) {
	image, digest, _ = strings.Cut(image, "@")
	// A colon in front of the first slash belongs to the host's port.
	path := max(strings.Index(image, "/"), 0)
	if colon := strings.Index(image[path:], ":"); colon >= 0 {
		return image[:path+colon], image[path+colon+1:], digest
	}
	return image, "", digest
}

func setReplicas(k *types.Kustomization, replicas []replicaOption) error {
	for _, option := range replicas {
		count, err := strconv.ParseInt(fmt.Sprint(option.Count), 10, 64)
		if err != nil {
			return fmt.Errorf("spec.source.kustomize.replicas: the count of %s is no integer: %v", option.Name, option.Count)
		}
		replaced := false
		for i := range k.Replicas {
			if k.Replicas[i].Name == option.Name {
				k.Replicas[i].Count, replaced = count, true
			}
		}
		if !replaced {
			k.Replicas = append(k.Replicas, types.Replica{Name: option.Name, Count: count})
		}
	}
	return nil
}

func addLabels(k *types.Kustomization, options KustomizeOptions) error {
	if !options.LabelWithoutSelector {
		return addMissing(&k.CommonLabels, options.CommonLabels, options.ForceCommonLabels, "label")
	}
	if len(options.CommonLabels) == 0 {
		return nil
	}
	// kustomize puts them into the first entry of the same settings, whatever fields that entry adds.
	at := slices.IndexFunc(k.Labels, func(label types.Label) bool {
		return !label.IncludeSelectors && label.IncludeTemplates == options.LabelIncludeTemplates
	})
	if at < 0 {
		k.Labels = append(k.Labels, types.Label{IncludeTemplates: options.LabelIncludeTemplates})
		at = len(k.Labels) - 1
	}
	return addMissing(&k.Labels[at].Pairs, options.CommonLabels, options.ForceCommonLabels, "label")
}

func addMissing(target *map[string]string, added map[string]string, force bool, what string) error {
	if len(added) == 0 {
		return nil
	}
	if *target == nil {
		*target = map[string]string{}
	}
	for key, value := range added {
		if _, exists := (*target)[key]; exists && !force {
			return fmt.Errorf("the kustomization sets the %s %s already; the Application must force it to change it", what, key)
		}
		(*target)[key] = value
	}
	return nil
}

func addPatches(k *types.Kustomization, patches []map[string]any) error {
	for _, patch := range patches {
		text, err := yaml.Marshal(patch)
		if err != nil {
			return err
		}
		var typed types.Patch
		if err := yaml.UnmarshalStrict(text, &typed); err != nil {
			return fmt.Errorf("spec.source.kustomize.patches: %w", err)
		}
		k.Patches = append(k.Patches, typed)
	}
	return nil
}
