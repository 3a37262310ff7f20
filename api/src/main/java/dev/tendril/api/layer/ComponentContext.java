package dev.tendril.api.layer;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.cell.Cell;
import dev.tendril.api.graph.PortTypes;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Initializer;
import dev.tendril.api.tensor.Parameter;
import dev.tendril.api.tensor.Shape;

/**
 * Where a component is made: its place in the model's tree of parameters, and how to make the components it is made of. Every
 * nested component gets a slot name, so that parameter paths are stable. Not an injector: it gives nothing that is not named in
 * the component's own parameters.
 */
@HostImplemented
public interface ComponentContext {

    /** Path of this place, such as {@code encoder.layer0.forward}. */
    String path();

    /** Makes a parameter under this path. */
    Parameter parameter(String name, Shape shape, Initializer initializer);

    /** This place narrowed by a name, for parts that are not components of their own. */
    ComponentContext scope(String name);

    /** Makes a component that needs nothing but its parameters: an activation, an initializer, a loss. */
    <T> T create(ComponentRef<T> reference, String slot);

    /** Makes a nested cell. */
    Cell<?> cell(ComponentRef<Cell<?>> reference, String slot, int inputSize);

    /** Output size of a cell that {@link #cell} makes. */
    int cellOutputSize(ComponentRef<Cell<?>> reference, int inputSize);

    /** Makes a nested attention. */
    Attention<?, ?> attention(ComponentRef<Attention<?, ?>> reference, String slot, int querySize, int memorySize);

    /** Context size of an attention that {@link #attention} makes. */
    int attentionOutputSize(ComponentRef<Attention<?, ?>> reference, int querySize, int memorySize);

    /** Makes the distribution of an attention whose queries have so many features. */
    Distribution<?> distribution(ComponentRef<Distribution<?>> reference, String slot, int querySize);

    /** Makes a normalisation of vectors of so many features. */
    Normalization normalization(ComponentRef<Normalization> reference, String slot, int features);

    /** Makes a position encoding of vectors of so many features. */
    Position position(ComponentRef<Position> reference, String slot, int features);

    /** Makes a pooling of vectors of so many features. */
    Pooling pooling(ComponentRef<Pooling> reference, String slot, int features);

    /** Output size of a pooling that {@link #pooling} makes. */
    int poolingOutputSize(ComponentRef<Pooling> reference, int features);

    /** Makes a nested node whose inputs have these types. */
    Node node(ComponentRef<Node> reference, String slot, PortTypes inputs);

    /** Output types of a node that {@link #node} makes. */
    PortTypes nodeOutputs(ComponentRef<Node> reference, PortTypes inputs);
}
