package dev.tendril.plugin.attention.multiplicity;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.EdgeType;
import dev.tendril.api.graph.Expect;
import dev.tendril.api.graph.InvalidGraph;
import dev.tendril.api.graph.Port;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.layer.Node;
import dev.tendril.api.layer.NodeContext;
import dev.tendril.api.layer.Values;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Sizes;
import dev.tendril.api.tensor.Ids;
import dev.tendril.api.tensor.Pass;
import dev.tendril.api.tensor.Shape;
import dev.tendril.api.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a sequence into segments, wherever a token stands: words into sentences, for a pooling of each sentence by itself (Yang et al.
 * 2016, hierarchical attention). The token belongs to no segment; what stands between two of them, or before the first or behind the
 * last, is a segment unless it is empty. The field's vocabulary must have that token.
 *
 * <p>Shapes: input {@code [B, T, D]}, tokens {@code [B, T]}, output {@code [B, S, W, D]} with S segments of W steps.
 */
public final class SegmentsNode implements Node {
    private static final String TOKENS = "tokens";

    private final int separator;

    private SegmentsNode(Parameters parameters, NodeContext context) {
        Vocabulary vocabulary = context.vocabulary(TOKENS);
        String token = parameters.separator();
        if (!vocabulary.contains(token)) {
            throw new IllegalArgumentException(
                    "'separator' is '" + token + "', which is no token of the vocabulary at port '"
                            + TOKENS
                            + "', so nothing would be cut; give a token that the training data have, and that the field's"
                            + " tokenizer and vocabulary keep");
        }
        this.separator = vocabulary.id(token).orElseThrow();
    }

    /**
     * Parameters of {@link SegmentsNode}.
     *
     * @param separator where it is cut
     */
    public record Parameters(
            @Param("The token at which the sequence is cut; the vocabulary of the tokens must have it.")
            String separator) {
        public Parameters {
            if (separator.isEmpty()) {
                throw new InvalidParameter("separator", "wants a token, such as '.'");
            }
        }
    }

    @Override
    public Values forward(Values inputs, Pass pass) {
        Sequence source = inputs.sequence(Port.INPUT).in(pass);
        List<List<Segment>> segments = segments(inputs.ids(TOKENS));
        int most = segments.stream().mapToInt(List::size).max().orElse(0);
        int longest = segments.stream()
                .flatMap(List::stream)
                .mapToInt(Segment::length)
                .max()
                .orElse(0);
        int rows = source.rows();
        int[] positions = new int[rows * most * longest];
        Arrays.fill(positions, -1); // padding
        int[] counts = new int[rows];
        int[] lengths = new int[rows * most];
        for (int row = 0; row < rows; row++) {
            counts[row] = segments.get(row).size();
            for (int number = 0; number < counts[row]; number++) {
                Segment segment = segments.get(row).get(number);
                int place = row * most + number;
                lengths[place] = segment.length();
                for (int step = 0; step < segment.length(); step++) {
                    positions[place * longest + step] = segment.from() + step;
                }
            }
        }
        Tensor steps = source.values().steps(Ids.of(Shape.of(rows, most * longest), positions));
        Shape shape = Shape.of(rows, most, longest, source.shape().size(2));
        List<Lengths> levels = List.of(Lengths.of(counts), Lengths.of(lengths));
        return Values.of(Port.OUTPUT, new Sequence(steps.reshape(shape), levels));
    }

    /** Steps of a row, from one on. */
    private record Segment(int from, int length) {}

    /** The segments of every row. */
    private List<List<Segment>> segments(IdSequence tokens) {
        int[] ids = tokens.ids().toArray();
        int width = tokens.shape().size(1);
        List<List<Segment>> segments = new ArrayList<>();
        for (int row = 0; row < tokens.rows(); row++) {
            List<Segment> own = new ArrayList<>();
            int from = 0;
            int length = tokens.lengths().get(0).at(row);
            for (int step = 0; step <= length; step++) {
                if (step == length || ids[row * width + step] == separator) {
                    if (step > from) {
                        own.add(new Segment(from, step - from));
                    }
                    from = step + 1;
                }
            }
            segments.add(own);
        }
        return segments;
    }

    /** Registers it. */
    public static NodeProvider<Parameters> provider() {
        return new Provider();
    }

    private static final class Provider implements NodeProvider<Parameters> {
        @Override
        public String name() {
            return "segments";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Cuts a sequence into segments, such as words into sentences.";
        }

        @Override
        public List<Port> ports(Parameters parameters) {
            return List.of(
                    Port.required(Port.INPUT, "The vectors that are cut into segments."),
                    Port.required(TOKENS, "The tokens at the same steps, which say where."));
        }

        @Override
        public PortTypes infer(Parameters parameters, PortTypes inputs, Sizes nested) {
            EdgeType source = Expect.sequence(inputs, Port.INPUT);
            EdgeType tokens = Expect.idSequence(inputs, TOKENS);
            if (!tokens.axes().equals(source.axes())) {
                throw new InvalidGraph(
                        TOKENS,
                        InvalidGraph.Kind.KIND_MISMATCH,
                        "port 'tokens' wants the tokens of port 'input', over the same time axis; input is " + source
                                + ", it is connected to " + tokens);
            }
            String axis = source.axes().get(0);
            return PortTypes.output(new EdgeType(List.of(axis + "_segments", axis + "_steps"), source.element()));
        }

        @Override
        public Node create(Parameters parameters, NodeContext context) {
            return new SegmentsNode(parameters, context);
        }
    }
}
