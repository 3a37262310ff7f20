package dev.tendril.runtime.wiring;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.layer.Attention;
import dev.tendril.api.layer.AttentionContext;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.layer.ComponentContext;
import dev.tendril.api.layer.Distribution;
import dev.tendril.api.layer.DistributionContext;
import dev.tendril.api.layer.FeatureContext;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Normalization;
import dev.tendril.api.layer.Pooling;
import dev.tendril.api.layer.Position;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;
import java.util.List;

/** A place where a component is made, with what all kinds of component may ask for. */
abstract sealed class BuildContext implements ComponentContext {
    private final Site site;

    private BuildContext(Site site) {
        this.site = site;
    }

    /**
     * What a context is about.
     *
     * @param workshop of the model
     * @param place in the tree of parameters
     * @param owner parameters of the component that is made here
     * @param vocabularies of the fields whose ids reach the node of the graph that this belongs to
     */
    record Site(Workshop workshop, Place place, Record owner, List<Vocabulary> vocabularies) {
        Site {
            vocabularies = List.copyOf(vocabularies);
        }

        /** The site of a nested component; that of the other node's if it shares parameters. */
        Site nested(ComponentRef<?> reference, String slot) {
            Place nested = reference
                    .share()
                    .map(owner -> {
                        workshop.first().accept(owner);
                        return Place.sharing(owner);
                    })
                    .orElseGet(() -> place.slot(slot));
            return new Site(workshop, nested, reference.parameters(), vocabularies);
        }
    }

    final Site site() {
        return site;
    }

    @Override
    public final String path() {
        return site.place().path();
    }

    @Override
    public final Parameter parameter(String name, Shape shape, Initializer initializer) {
        Workshop workshop = site.workshop();
        return site.place().parameter(workshop.store(), workshop.source(), name, shape, initializer);
    }

    @Override
    public final ComponentContext scope(String name) {
        return new Scope(new Site(site.workshop(), site.place().slot(name), site.owner(), site.vocabularies()));
    }

    @Override
    public final <T> T create(ComponentRef<T> reference, String slot) {
        return components().withoutContext(site.owner(), reference);
    }

    @Override
    public final Cell<?> cell(ComponentRef<Cell<?>> reference, String slot, int inputSize) {
        OfCell context = new OfCell(site.nested(reference, slot), inputSize);
        return StateRecords.checked(
                reference.id(), components().cell(reference).create(reference.parameters(), context));
    }

    @Override
    public final int cellOutputSize(ComponentRef<Cell<?>> reference, int inputSize) {
        return sizes().cell(reference, inputSize);
    }

    @Override
    public final Attention<?, ?> attention(
            ComponentRef<Attention<?, ?>> reference, String slot, int querySize, int memorySize) {
        return components()
                .attention(reference)
                .create(reference.parameters(), new OfAttention(site.nested(reference, slot), querySize, memorySize));
    }

    @Override
    public final int attentionOutputSize(ComponentRef<Attention<?, ?>> reference, int querySize, int memorySize) {
        return sizes().attention(reference, Size.of(querySize), Size.of(memorySize))
                .intValue();
    }

    @Override
    public final Distribution<?> distribution(ComponentRef<Distribution<?>> reference, String slot, int querySize) {
        return components()
                .distribution(reference)
                .create(reference.parameters(), new OfDistribution(site.nested(reference, slot), querySize));
    }

    @Override
    public final Normalization normalization(ComponentRef<Normalization> reference, String slot, int features) {
        return components()
                .normalization(reference)
                .create(reference.parameters(), features(reference, slot, features));
    }

    @Override
    public final Position position(ComponentRef<Position> reference, String slot, int features) {
        return components().position(reference).create(reference.parameters(), features(reference, slot, features));
    }

    @Override
    public final Pooling pooling(ComponentRef<Pooling> reference, String slot, int features) {
        return components().pooling(reference).create(reference.parameters(), features(reference, slot, features));
    }

    @Override
    public final int poolingOutputSize(ComponentRef<Pooling> reference, int features) {
        return sizes().pooling(reference, Size.of(features)).intValue();
    }

    @Override
    public final Node node(ComponentRef<Node> reference, String slot, PortTypes inputs) {
        Site nested = site.nested(reference, slot);
        Ports ports = Ports.nested(inputs, site.vocabularies());
        return components().node(reference).create(reference.parameters(), new OfNode(nested, ports));
    }

    @Override
    public final PortTypes nodeOutputs(ComponentRef<Node> reference, PortTypes inputs) {
        return sizes().node(reference, inputs);
    }

    private OfFeatures features(ComponentRef<?> reference, String slot, int features) {
        return new OfFeatures(site.nested(reference, slot), features);
    }

    private Components components() {
        return site.workshop().components();
    }

    private NestedSizes sizes() {
        return site.workshop().sizes();
    }

    /** A part of a component that is no component of its own. */
    static final class Scope extends BuildContext {
        Scope(Site site) {
            super(site);
        }
    }

    /** Where a cell is made. */
    static final class OfCell extends BuildContext implements CellContext {
        private final int inputSize;

        OfCell(Site site, int inputSize) {
            super(site);
            this.inputSize = inputSize;
        }

        @Override
        public int inputSize() {
            return inputSize;
        }
    }

    /** Where an attention is made. */
    static final class OfAttention extends BuildContext implements AttentionContext {
        private final int querySize;
        private final int memorySize;

        OfAttention(Site site, int querySize, int memorySize) {
            super(site);
            this.querySize = querySize;
            this.memorySize = memorySize;
        }

        @Override
        public int querySize() {
            return querySize;
        }

        @Override
        public int memorySize() {
            return memorySize;
        }
    }

    /** Where a distribution is made. */
    static final class OfDistribution extends BuildContext implements DistributionContext {
        private final int querySize;

        OfDistribution(Site site, int querySize) {
            super(site);
            this.querySize = querySize;
        }

        @Override
        public int querySize() {
            return querySize;
        }
    }

    /** Where a normalisation, a position encoding or a pooling is made. */
    static final class OfFeatures extends BuildContext implements FeatureContext {
        private final int features;

        OfFeatures(Site site, int features) {
            super(site);
            this.features = features;
        }

        @Override
        public int features() {
            return features;
        }
    }

    /** Where a node or head is made. */
    static final class OfNode extends BuildContext implements NodeContext {
        private final Ports ports;

        OfNode(Site site, Ports ports) {
            super(site);
            this.ports = ports;
        }

        @Override
        public PortTypes inputs() {
            return ports.inputs();
        }

        @Override
        public Vocabulary vocabulary(String port) {
            return ports.vocabulary(port);
        }
    }
}
