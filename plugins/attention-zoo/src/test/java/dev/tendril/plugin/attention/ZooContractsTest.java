package dev.tendril.plugin.attention;

import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.graph.Size;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.plugin.attention.compatibility.ActivatedGeneral;
import dev.tendril.plugin.attention.compatibility.BiasedGeneral;
import dev.tendril.plugin.attention.compatibility.Concatenation;
import dev.tendril.plugin.attention.compatibility.Convolution;
import dev.tendril.plugin.attention.compatibility.Cosine;
import dev.tendril.plugin.attention.compatibility.Deep;
import dev.tendril.plugin.attention.compatibility.Location;
import dev.tendril.plugin.attention.compatibility.LocationAware;
import dev.tendril.plugin.attention.distribution.LocalMonotonic;
import dev.tendril.plugin.attention.distribution.LocalPredictive;
import dev.tendril.plugin.attention.multiplicity.AttentionPooling;
import dev.tendril.plugin.attention.multiplicity.CoAttentionNode;
import dev.tendril.plugin.attention.multiplicity.MultiDimensional;
import dev.tendril.plugin.attention.multiplicity.MultiHead;
import dev.tendril.plugin.attention.multiplicity.SegmentsNode;
import dev.tendril.plugin.attention.multiplicity.SelfAttentionNode;
import dev.tendril.testkit.AttentionContract;
import dev.tendril.testkit.DistributionContract;
import dev.tendril.testkit.Examples;
import dev.tendril.testkit.NodeContract;
import dev.tendril.testkit.PoolingContract;
import org.junit.jupiter.api.Nested;

/**
 * The contracts of the test kit, for everything of this plugin but the distribution {@code hard}: what it hands back is an estimate, and
 * no gradient that differences could find.
 */
class ZooContractsTest {
    private static final EdgeType SOURCE = EdgeType.sequence("source", Size.of(3));
    private static final EdgeType TARGET = EdgeType.sequence("target", Size.of(2));

    @Nested
    class OfBiasedGeneral extends AttentionContract<BiasedGeneral.Parameters> {
        OfBiasedGeneral() {
            super(AttentionZooPlugin.class, Examples.yaml("biased_general"), 3, 2);
        }
    }

    @Nested
    class OfActivatedGeneral extends AttentionContract<ActivatedGeneral.Parameters> {
        OfActivatedGeneral() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml("activated_general", "{type: activated_general, activation: sigmoid}"),
                    3,
                    2);
        }
    }

    @Nested
    class OfConcatenation extends AttentionContract<Concatenation.Parameters> {
        OfConcatenation() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml(
                            "{type: concat, units: 5, activation: sigmoid}",
                            "{type: concat, units: 5, distribution: sigmoid}"),
                    3,
                    2);
        }
    }

    @Nested
    class OfCosine extends AttentionContract<Cosine.Parameters> {
        OfCosine() {
            super(AttentionZooPlugin.class, Examples.yaml("cosine", "{type: cosine, sharpness: 2.5}"), 3, 3);
        }
    }

    @Nested
    class OfDeep extends AttentionContract<Deep.Parameters> {
        OfDeep() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml("{type: deep, units: 5, layers: 3}", "{type: deep, units: 5, layers: 1}"),
                    3,
                    2);
        }
    }

    @Nested
    class OfConvolution extends AttentionContract<Convolution.Parameters> {
        OfConvolution() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml(
                            "{type: convolution, units: 5, radius: 2}",
                            "{type: convolution, units: 3, distribution: {type: local_predictive, units: 2, window: 2}}"),
                    3,
                    2);
        }
    }

    @Nested
    class OfLocation extends AttentionContract<Location.Parameters> {
        OfLocation() {
            super(AttentionZooPlugin.class, Examples.yaml("{type: location, length: 11}"), 3, 2);
        }
    }

    @Nested
    class OfLocationAware extends AttentionContract<LocationAware.Parameters> {
        OfLocationAware() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml("{type: location_aware, units: 5, filters: 2, radius: 1}"),
                    3,
                    2);
        }
    }

    @Nested
    class OfSigmoid extends DistributionContract<NoParameters> {
        OfSigmoid() {
            super(AttentionZooPlugin.class, Examples.yaml("sigmoid"), 3);
        }
    }

    @Nested
    class OfSparsemax extends DistributionContract<NoParameters> {
        OfSparsemax() {
            super(AttentionZooPlugin.class, Examples.yaml("sparsemax"), 3);
        }
    }

    @Nested
    class OfLocalMonotonic extends DistributionContract<LocalMonotonic.Parameters> {
        OfLocalMonotonic() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml("{type: local_monotonic, window: 2}", "{type: local_monotonic, window: 1}"),
                    3);
        }
    }

    @Nested
    class OfLocalPredictive extends DistributionContract<LocalPredictive.Parameters> {
        OfLocalPredictive() {
            super(AttentionZooPlugin.class, Examples.yaml("{type: local_predictive, units: 3, window: 2}"), 3);
        }
    }

    @Nested
    class OfMultiHead extends AttentionContract<MultiHead.Parameters> {
        OfMultiHead() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml(
                            "{type: multi_head, heads: 2, units: 3}",
                            "{type: multi_head, heads: 2, units: 3, attention: {type: location_aware, units: 5, filters: 2, radius: 1}}"),
                    3,
                    2);
        }
    }

    @Nested
    class OfMultiDimensional extends AttentionContract<MultiDimensional.Parameters> {
        OfMultiDimensional() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml(
                            "{type: multi_dimensional, units: 5}",
                            "{type: multi_dimensional, units: 5, activation: sigmoid}"),
                    3,
                    2);
        }
    }

    @Nested
    class OfAttentionPooling extends PoolingContract<AttentionPooling.Parameters> {
        OfAttentionPooling() {
            super(AttentionZooPlugin.class, Examples.yaml("{type: attention, units: 5}"), 3);
        }
    }

    @Nested
    class OfSelfAttention extends NodeContract<SelfAttentionNode.Parameters> {
        OfSelfAttention() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml("{type: self_attention, units: 5, hops: 2}"),
                    PortTypes.of("input", SOURCE));
        }
    }

    @Nested
    class OfCoAttention extends NodeContract<CoAttentionNode.Parameters> {
        OfCoAttention() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml("{type: co_attention, units: 5}"),
                    PortTypes.of("first", SOURCE).and("second", TARGET));
        }
    }

    @Nested
    class OfSegments extends NodeContract<SegmentsNode.Parameters> {
        OfSegments() {
            super(
                    AttentionZooPlugin.class,
                    Examples.yaml("{type: segments, separator: token1}"),
                    PortTypes.of("input", SOURCE).and("tokens", EdgeType.ids("source", Size.of(5))));
        }
    }
}
