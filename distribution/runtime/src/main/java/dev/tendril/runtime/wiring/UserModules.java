package dev.tendril.runtime.wiring;

import com.google.inject.Binding;
import com.google.inject.Module;
import com.google.inject.spi.DefaultElementVisitor;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import dev.tendril.api.layer.Node;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The modules of an embedding program. What they bind of nodes belongs into the injector of each model, everything else into that of
 * the runtime; they are configured anew for each, and so must give the same bindings every time.
 */
public final class UserModules {
    private final List<Module> modules;
    private final NodeKeys keys;

    /** Some modules. */
    public UserModules(List<Module> modules, NodeKeys keys) {
        this.modules = List.copyOf(modules);
        this.keys = keys;
    }

    /** What they bind, nodes apart. */
    public Module services() {
        return Elements.getModule(elements(false));
    }

    /** The nodes they bind. */
    Module nodes() {
        return Elements.getModule(elements(true));
    }

    /** Names of the nodes they bind. */
    Set<String> nodeNames() {
        Set<String> names = new TreeSet<>();
        for (Element element : elements(true)) {
            element.acceptVisitor(new DefaultElementVisitor<Boolean>() {
                @Override
                public <T> Boolean visit(Binding<T> binding) {
                    return keys.nameOf(binding.getKey()).map(names::add).orElse(false);
                }

                @Override
                protected Boolean visitOther(Element other) {
                    return false;
                }
            });
        }
        return names;
    }

    private List<Element> elements(boolean ofNodes) {
        return Elements.getElements(modules).stream()
                .filter(element -> concernsNodes(element) == ofNodes)
                .toList();
    }

    private static boolean concernsNodes(Element element) {
        return element.acceptVisitor(new DefaultElementVisitor<Boolean>() {
            @Override
            public <T> Boolean visit(Binding<T> binding) {
                return mentionsNode(binding.getKey().getTypeLiteral().getType());
            }

            @Override
            protected Boolean visitOther(Element other) {
                return false;
            }
        });
    }

    /** A node, or what an optional binder makes of one: {@code Optional<Node>}, {@code Optional<Provider<Node>>}. */
    private static boolean mentionsNode(Type type) {
        return type == Node.class
                || (type instanceof ParameterizedType generic
                        && Arrays.stream(generic.getActualTypeArguments()).anyMatch(UserModules::mentionsNode));
    }
}
