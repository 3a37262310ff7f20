package dev.tendril.runtime.check;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Element;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.diagnostic.Problems;
import dev.tendril.runtime.yaml.YamlLimits;
import dev.tendril.runtime.yaml.YamlReader;
import dev.tendril.runtime.yaml.YamlValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The way from a model file to a checked model. */
public final class Specs {
    private Specs() {}

    /**
     * Reads and checks a model file.
     *
     * @param counter says which parameters the model has
     * @throws dev.tendril.api.DiagnosticsException with every problem found, at most twenty
     */
    public static CheckedModel load(
            Path file, ComponentRegistry registry, LoadOptions options, ParameterCounter counter) {
        Problems problems = new Problems();
        Optional<String> text = new YamlReader(YamlLimits.standard(), problems).text(file);
        problems.throwIfAny();
        Path folder = file.toAbsolutePath().normalize().getParent();
        YamlValue root = root(text.orElseThrow(), file.toString(), problems);
        return new ModelFileCheck(registry, options, folder == null ? file : folder, problems)
                .check(root, Optional.of(counter));
    }

    /**
     * Checks the text of a model file; which parameters the model has is not looked at.
     *
     * @param text YAML
     * @param name of the file in messages
     * @param folder that paths in the file are relative to
     * @throws dev.tendril.api.DiagnosticsException with every problem found, at most twenty
     */
    public static CheckedModel parse(
            String text, String name, Path folder, ComponentRegistry registry, LoadOptions options) {
        Problems problems = new Problems();
        YamlValue root = root(text, name, problems);
        return new ModelFileCheck(registry, options, folder, problems).check(root, Optional.empty());
    }

    private static YamlValue root(String text, String name, Problems problems) {
        Optional<YamlValue> root = new YamlReader(YamlLimits.standard(), problems).value(name, text);
        if (root.isEmpty()) {
            ModelFileCheck.reportEmpty(name, problems);
            problems.throwIfAny();
        }
        return root.orElseThrow();
    }

    /**
     * The model with numbers in place of symbols, its types inferred anew.
     *
     * @param sizes number by symbol, such as {@code V(source)} → 41
     * @throws dev.tendril.api.DiagnosticsException if sizes do not agree
     */
    public static CheckedModel bind(CheckedModel model, ComponentRegistry registry, Map<String, Long> sizes) {
        Map<String, EdgeType> fields = new LinkedHashMap<>();
        model.fields().forEach((name, type) -> fields.put(name, bound(type, sizes)));
        Problems problems = new Problems();
        TypeInference inference = new TypeInference(registry, fields, new UnlocatedTrouble(problems));
        model.order().stream()
                .map(model.spec().nodes()::get)
                .filter(Objects::nonNull)
                .forEach(inference::infer);
        problems.throwIfAny();
        return new CheckedModel(
                model.spec(),
                model.order(),
                fields,
                inference.inputs(),
                inference.outputs(),
                model.architectures(),
                model.predictionFields(),
                model.paths(),
                model.resolved(),
                model.warnings());
    }

    private static EdgeType bound(EdgeType type, Map<String, Long> sizes) {
        Element element = type.element();
        if (element instanceof Element.Id id) {
            return type.with(new Element.Id(id.vocabulary().bind(sizes)));
        }
        if (element instanceof Element.IdSet set) {
            return type.with(new Element.IdSet(set.vocabulary().bind(sizes)));
        }
        return type.with(new Element.Real(((Element.Real) element)
                .sizes().stream().map(size -> size.bind(sizes)).toList()));
    }
}
