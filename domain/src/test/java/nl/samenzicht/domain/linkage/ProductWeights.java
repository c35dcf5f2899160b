package nl.samenzicht.domain.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/**
 * Makes the product's weights and table of names, {@code linkage/weights-1.csv} and {@code names-1.csv}, from people of the
 * seed for training. Nothing is measured on these people. To make a next version, raise the number and give the folder:
 *
 * <pre>java … nl.samenzicht.domain.linkage.ProductWeights domain/src/main/resources/linkage</pre>
 */
public final class ProductWeights {

    /** The seed of the people that weights and limits are chosen on. */
    public static final long TRAINING = 1;

    /** The seed of the people that they are measured on. */
    public static final long TEST = 2;

    /** Two lists of 20,000 people in both, with 5,000 and 20,000 more. */
    public static LabelledPeople people(long seed) {
        return DutchPeople.labelled(seed, 20_000, 5_000, 20_000);
    }

    private static final int VERSION = 1;
    private static final double COMMON = 0.0007;
    private static final double LEAST = 0.00015;
    private static final double RARE_PAIR = 0.00001;
    private static final double KNOWN = 0.999;
    /** A little more than the 0.99 that is asked of other people. */
    private static final double MAYBE = 0.992;

    private ProductWeights() {}

    /** The weights as they are found on the people for training. */
    public static Weights chosen() {
        var people = people(TRAINING);
        var frequencies = Training.frequencies(List.of(people), RARE_PAIR, COMMON, LEAST);
        var weights = Training.weights(VERSION, List.of(people), frequencies);
        var answers = Evaluation.of(people, weights).bestOfEach();
        var bits = new HashMap<>(weights.bits());
        // a document number is as much a person's own as a citizen service number, of which there are enough to count
        bits.put("vNumber.SAME", bits.get("bsn.SAME"));
        bits.put("vNumber.OTHER", bits.get("bsn.OTHER") / 2);
        return new Weights(
                VERSION,
                bits,
                frequencies,
                answers.best(KNOWN).limit(),
                answers.best(MAYBE).limit());
    }

    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var weights = chosen();
        Files.write(folder.resolve("weights-%d.csv".formatted(VERSION)), weights.lines());
        Files.write(
                folder.resolve("names-%d.csv".formatted(VERSION)),
                weights.frequencies().lines());
    }
}
