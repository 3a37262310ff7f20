package dev.tendril.runtime.check;

import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.BoundComponent;
import dev.tendril.runtime.component.Shares;
import dev.tendril.runtime.component.Subject;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code model}. A node that another shares is bound first, whatever the order in the file. */
final class GraphReader implements Shares {
    static final String FROM = "from";
    static final String WEIGHT = "weight";

    /** What may stand in a node besides the parameters of its component and, in a head, {@link HeadParameters}. */
    static final List<Key> KEYS = List.of(
            new Key(Binder.TYPE, false, "What the node is."),
            new Key(
                    FROM,
                    false,
                    "What it is connected to: the name of a field or node, node.output, or such names by port."),
            new Key(Binder.SHARE, false, "The node whose parameters it uses; it takes none of its own then."));

    private static final Set<String> RESERVED = reserved();
    /** The kinds of a node's component. */
    static final List<Kind> KINDS = List.of(Kind.NODE, Kind.HEAD);

    private final Mapping model;
    private final Map<String, Optional<BoundComponent>> bound = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private Optional<Reading> shared = Optional.empty();

    /**
     * A reader of a section.
     *
     * @param model the section; empty if the file has none
     */
    GraphReader(Mapping model) {
        this.model = model;
    }

    /**
     * What only a head has.
     *
     * @param weight of its loss
     */
    record HeadParameters(
            @Param("Weight of its loss in the model's.") @Default("1.0") @Range(min = 0)
            double weight) {}

    private static Set<String> reserved() {
        Set<String> reserved = new HashSet<>(Key.names(KEYS));
        reserved.add(WEIGHT);
        return Set.copyOf(reserved);
    }

    /** The nodes in the order of the file. The binder of the reading asks this reader for shared nodes. */
    Map<String, NodeDraft> read(Reading reading) {
        shared = Optional.of(reading);
        Map<String, NodeDraft> nodes = new LinkedHashMap<>();
        for (Entry entry : model.entries()) {
            Names.check(entry.key(), "node", reading.problems());
            nodes.put(entry.key().text(), node(entry));
        }
        return nodes;
    }

    private Reading reading() {
        return shared.orElseThrow(() -> new IllegalStateException("a node was asked for before the model is read"));
    }

    private NodeDraft node(Entry entry) {
        Optional<BoundComponent> component = component(entry.key().text());
        if (!(entry.value() instanceof Mapping mapping)) {
            Mapping none = Mapping.of(List.of(), entry.value().location(), false);
            return new NodeDraft(entry.key(), none, Optional.empty(), Optional.empty(), 1, List.of());
        }
        Optional<String> share = shareOf(mapping).map(Scalar::text);
        return new NodeDraft(
                entry.key(), mapping, component, share, weight(entry.key().text(), mapping, component), from(mapping));
    }

    /** The component of a node, bound once. */
    private Optional<BoundComponent> component(String name) {
        Optional<BoundComponent> known = bound.get(name);
        if (known != null) {
            return known;
        }
        underWay.add(name);
        Optional<BoundComponent> component = bind(name, model.get(name).orElseThrow());
        underWay.remove(name);
        bound.put(name, component);
        return component;
    }

    private Optional<BoundComponent> bind(String name, YamlValue value) {
        if (!(value instanceof Mapping mapping)) {
            reading()
                    .problems()
                    .error(Code.WRONG_TYPE, "node '" + name + "' must be a mapping, not " + value.kind())
                    .at(value.location())
                    .label("write {type: …, from: …}")
                    .report();
            return Optional.empty();
        }
        Optional<Scalar> share = shareOf(mapping);
        String path = Binder.join(TopLevel.MODEL, name);
        return share.isPresent()
                ? sharing(name, mapping, share.get())
                : reading().binder().component(KINDS, mapping, RESERVED, path);
    }

    private Optional<Scalar> shareOf(Mapping mapping) {
        Optional<YamlValue> written = mapping.get(Binder.SHARE);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (written.get() instanceof Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        reading()
                .problems()
                .error(
                        Code.WRONG_TYPE,
                        "'share' must be the name of a node, not "
                                + written.get().kind())
                .at(written.get().location())
                .report();
        return Optional.empty();
    }

    private Optional<BoundComponent> sharing(String name, Mapping mapping, Scalar share) {
        mapping.entries().stream()
                .filter(entry -> !RESERVED.contains(entry.key().text()))
                .forEach(entry -> reading()
                        .problems()
                        .error(Code.UNKNOWN_KEY, "unknown key '" + entry.key().text() + "' beside 'share'")
                        .at(entry.key().location())
                        .label("what is shared brings its own parameters")
                        .report());
        Optional<BoundComponent> other = sharedNode(share);
        Optional<YamlValue> type = mapping.get(Binder.TYPE);
        if (other.isPresent() && type.isPresent() && !sameType(other.get(), type.get())) {
            reading()
                    .problems()
                    .error(
                            Code.BAD_SHARE,
                            "node '" + name + "' is not of the type of '" + share.text()
                                    + "', whose parameters it shares")
                    .at(type.get().location())
                    .label("write " + other.get().component().writtenName())
                    .report();
            return Optional.empty();
        }
        return other;
    }

    private boolean sameType(BoundComponent other, YamlValue type) {
        return type instanceof Scalar name
                && reading().registry().find(other.component().kind(), name.text()).stream()
                        .anyMatch(component ->
                                component.id().equals(other.component().id()));
    }

    @Override
    public Optional<ComponentRef<Node>> component(Scalar name) {
        return sharedNode(name).map(BoundComponent::as);
    }

    private Optional<BoundComponent> sharedNode(Scalar name) {
        Optional<YamlValue> node = model.get(name.text());
        if (node.isEmpty()) {
            reading()
                    .problems()
                    .error(Code.UNKNOWN_NAME, "there is no node '" + name.text() + "' to share")
                    .at(name.location())
                    .label(Similar.question(name.text(), model.keys()))
                    .report();
            return Optional.empty();
        }
        boolean chained = node.get() instanceof Mapping mapping
                && mapping.get(Binder.SHARE).isPresent();
        if (underWay.contains(name.text()) || chained) {
            reading()
                    .problems()
                    .error(Code.BAD_SHARE, "the parameters of node '" + name.text() + "' cannot be shared here")
                    .at(name.location())
                    .label(chained ? "it shares those of another node; name that one" : "this stands inside that node")
                    .report();
            return Optional.empty();
        }
        return component(name.text());
    }

    private double weight(String name, Mapping mapping, Optional<BoundComponent> component) {
        Optional<Entry> entry = mapping.entry(WEIGHT);
        if (entry.isEmpty() || component.isEmpty()) {
            return 1;
        }
        if (component.get().component().kind() != Kind.HEAD) {
            reading()
                    .problems()
                    .error(Code.UNKNOWN_KEY, "node '" + name + "' has no loss that 'weight' could weigh")
                    .at(entry.get().key().location())
                    .label("only a head has a weight")
                    .report();
            return 1;
        }
        Mapping alone = Mapping.of(List.of(entry.get()), mapping.location(), false);
        String path = Binder.join(TopLevel.MODEL, name);
        return reading()
                .binder()
                .record(HeadParameters.class, alone, Subject.section("head '" + name + "'"), Set.of(), path)
                .map(HeadParameters::weight)
                .orElse(1.0);
    }

    private List<NodeDraft.Input> from(Mapping mapping) {
        Optional<YamlValue> from = mapping.get(FROM);
        if (from.isEmpty()) {
            return List.of();
        }
        if (from.get() instanceof Mapping ports) {
            return ports.entries().stream()
                    .map(entry -> new NodeDraft.Input(
                            Optional.of(entry.key()),
                            edges(entry.value()),
                            entry.value().location()))
                    .toList();
        }
        return List.of(new NodeDraft.Input(
                Optional.empty(), edges(from.get()), from.get().location()));
    }

    private List<Scalar> edges(YamlValue value) {
        List<YamlValue> written = value instanceof Items items ? items.values() : List.of(value);
        List<Scalar> edges = new ArrayList<>();
        for (YamlValue each : written) {
            if (each instanceof Scalar scalar && !scalar.isNull()) {
                edges.add(scalar);
            } else {
                reading()
                        .problems()
                        .error(Code.WRONG_TYPE, "an edge must be the name of a field or node, not " + each.kind())
                        .at(each.location())
                        .label("write a name, a list of names, or {port: name}")
                        .report();
            }
        }
        return edges;
    }
}
