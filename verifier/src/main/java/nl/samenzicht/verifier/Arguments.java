package nl.samenzicht.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed behind the name of the program: options that begin with {@code --}, and the rest. */
public final class Arguments {
    private final Map<String, String> options = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /**
     * Reads what was typed.
     *
     * @param withValue options that are followed by a value
     * @param alone options that say all by being there
     * @throws IllegalArgumentException when an option is unknown or lacks its value
     */
    public Arguments(List<String> typed, Set<String> withValue, Set<String> alone) {
        var next = typed.iterator();
        while (next.hasNext()) {
            var word = next.next();
            if (!word.startsWith("--")) {
                rest.add(word);
            } else if (alone.contains(word)) {
                options.put(word, "");
            } else if (withValue.contains(word) && next.hasNext()) {
                options.put(word, next.next());
            } else {
                throw new IllegalArgumentException("'%s' is not an option, or lacks its value".formatted(word));
            }
        }
    }

    /** The value of an option. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The value of an option without which nothing can be done. */
    public String needed(String name) {
        return option(name).orElseThrow(() -> new IllegalArgumentException("'%s' is missing".formatted(name)));
    }

    /** Whether an option was given. */
    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** What is not an option. */
    public List<String> rest() {
        return List.copyOf(rest);
    }
}
