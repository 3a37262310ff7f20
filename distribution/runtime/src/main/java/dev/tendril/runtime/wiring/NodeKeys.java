package dev.tendril.runtime.wiring;

import com.google.inject.Key;
import dev.tendril.api.layer.Node;
import java.util.Optional;

/** How the nodes of a graph are named in an injector. */
public interface NodeKeys {
    /** The key of a node. */
    Key<Node> of(String node);

    /** The node that a key names, if it names one. */
    Optional<String> nameOf(Key<?> key);
}
