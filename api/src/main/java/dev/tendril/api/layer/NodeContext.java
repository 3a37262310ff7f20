package dev.tendril.api.layer;

import dev.tendril.api.HostImplemented;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.graph.PortTypes;

/** Where a node or head is made. */
@HostImplemented
public interface NodeContext extends ComponentContext {
    /** Types at the input ports; every size is known. */
    PortTypes inputs();

    /**
     * The vocabulary of the field whose ids arrive at a port; {@linkplain Vocabulary#unfitted one that stands for it} where a model is
     * made before data is read, to be counted.
     *
     * @throws IllegalArgumentException if ids do not arrive there
     */
    Vocabulary vocabulary(String port);
}
