package nl.samenzicht.domain.linkage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is asked: one or more descriptions of one person, made ready once to be held against many records. */
public final class PersonQuestion {

    private final List<Digest> digests;
    private final Set<String> compounds = new LinkedHashSet<>();

    private PersonQuestion(List<Persona> personas, Frequencies frequencies) {
        digests = personas.stream().map(Digest::new).toList();
        personas.stream()
                .flatMap(persona -> Blocking.of(persona, frequencies).stream())
                .forEach(compound -> compounds.addAll(compound.all()));
    }

    /** A question about somebody of whom there are these descriptions; those that say nothing do not count. */
    public static PersonQuestion of(List<Persona> personas, Weights weights) {
        return new PersonQuestion(
                personas.stream().filter(persona -> !persona.isEmpty()).toList(), weights.frequencies());
    }

    /** Whether there is too little to ask by: nobody can be found. */
    public boolean isEmpty() {
        return compounds.isEmpty();
    }

    List<Digest> digests() {
        return digests;
    }

    Set<String> compounds() {
        return compounds;
    }
}
