package dev.tendril.runtime.check;

import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.Edge;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.ModelSpec;
import dev.tendril.runtime.spec.NodeSpec;
import dev.tendril.runtime.spec.SplitSpec;
import dev.tendril.runtime.spec.VocabularySpec;
import dev.tendril.runtime.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a model file with every default filled in; read again, it gives an equal specification. It holds no absolute path, and the
 * names of variables in place of their values.
 */
final class ResolvedFile {
    private final RecordTrees trees;
    private final Map<String, String> placeholders;
    private final Map<String, String> relativePaths;

    /**
     * A writer.
     *
     * @param placeholders variables by the path of the value that came from them
     * @param relativePaths what is written for absolute paths
     */
    ResolvedFile(ComponentRegistry registry, Map<String, String> placeholders, Map<String, String> relativePaths) {
        this.trees = new RecordTrees(registry);
        this.placeholders = placeholders;
        this.relativePaths = relativePaths;
    }

    String write(ModelSpec spec) {
        TopLevel top = new TopLevel(spec.format(), spec.name(), spec.seed());
        Map<String, Object> tree = new LinkedHashMap<>(trees.write(top, placeholders, ""));
        tree.put(TopLevel.DATA, data(spec.data()));
        Map<String, Object> nodes = new LinkedHashMap<>();
        spec.nodes().forEach((name, node) -> nodes.put(name, node(node)));
        tree.put(TopLevel.MODEL, nodes);
        tree.put(TopLevel.TRAINING, trees.write(spec.training(), placeholders, TopLevel.TRAINING));
        spec.decoding()
                .ifPresent(search -> tree.put(TopLevel.DECODING, component(Kind.SEARCH, search, TopLevel.DECODING)));
        tree.put(TopLevel.EVALUATION, trees.write(spec.evaluation(), placeholders, TopLevel.EVALUATION));
        return YamlWriter.write(tree);
    }

    private Object component(Kind kind, ComponentRef<?> reference, String path) {
        return trees.write(kind, reference, placeholders, path);
    }

    private Map<String, Object> data(DataSpec data) {
        Map<String, Object> tree = new LinkedHashMap<>();
        data.splits().forEach((name, split) -> tree.put(name, relative(split(name, split))));
        Map<String, Object> fields = new LinkedHashMap<>();
        data.fields().forEach((name, field) -> fields.put(name, field(name, field)));
        tree.put(DataReader.FIELDS, fields);
        return tree;
    }

    private Object split(String name, SplitSpec split) {
        String path = Binder.join(TopLevel.DATA, name);
        if (split instanceof SplitSpec.Share share) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put(Binder.TYPE, Binder.SHARE);
            tree.putAll(trees.write(new DataReader.ShareParameters(share.of(), share.fraction()), placeholders, path));
            return tree;
        }
        List<Object> readers = new ArrayList<>();
        for (ComponentRef<?> reader : ((SplitSpec.Readers) split).readers()) {
            readers.add(component(Kind.READER, reader, path + "[" + readers.size() + "]"));
        }
        return readers.size() == 1 ? readers.get(0) : readers;
    }

    private Object relative(Object tree) {
        if (tree instanceof String text) {
            return relativePaths.getOrDefault(text, text);
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(this::relative).toList();
        }
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> changed = new LinkedHashMap<>();
            map.forEach((key, value) -> changed.put(key, relative(value)));
            return changed;
        }
        return tree;
    }

    private Map<String, Object> field(String name, FieldSpec field) {
        String path = TopLevel.DATA + "." + DataReader.FIELDS + "." + name;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(Binder.TYPE, field.type());
        tree.putAll(trees.write(FieldForms.of(field), placeholders, path));
        field.vocabulary()
                .ifPresent(vocabulary -> tree.put(
                        FieldReader.VOCABULARY,
                        vocabulary instanceof VocabularySpec.Shared shared
                                ? shared.field()
                                : component(
                                        Kind.VOCABULARY,
                                        ((VocabularySpec.Own) vocabulary).component(),
                                        Binder.join(path, FieldReader.VOCABULARY))));
        return tree;
    }

    private Map<String, Object> node(NodeSpec node) {
        String path = Binder.join(TopLevel.MODEL, node.name());
        Object component = component(node.kind(), node.component(), path);
        Map<String, Object> tree = new LinkedHashMap<>();
        if (component instanceof Map<?, ?> parameters) {
            parameters.forEach((key, value) -> tree.put((String) key, value));
        } else {
            tree.put(Binder.TYPE, component);
        }
        node.share().ifPresent(other -> tree.keySet().removeIf(key -> !key.equals(Binder.TYPE)));
        tree.put(GraphReader.FROM, from(node));
        node.share().ifPresent(other -> tree.put(Binder.SHARE, other));
        if (node.head()) {
            tree.putAll(trees.write(new GraphReader.HeadParameters(node.weight()), placeholders, path));
        }
        return tree;
    }

    private static Map<String, Object> from(NodeSpec node) {
        Map<String, Object> ports = new LinkedHashMap<>();
        node.from().forEach((port, edges) -> {
            List<String> names = edges.stream().map(Edge::toString).toList();
            ports.put(port, names.size() == 1 ? names.get(0) : names);
        });
        return ports;
    }
}
