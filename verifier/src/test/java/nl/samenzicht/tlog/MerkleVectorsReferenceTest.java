package nl.samenzicht.tlog;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds our tree and proofs against the vectors of transparency-dev/merkle (Apache-2.0) and known answers, which are not part of this repository. */
@Tag("reference")
class MerkleVectorsReferenceTest {
    private static final Path VECTORS = Path.of(System.getProperty("samenzicht.shared", "../../shared"))
            .resolve("data/tlog/transparency-dev-merkle/testdata");

    @TestFactory
    List<DynamicTest> inclusion() throws IOException {
        return tests(
                "inclusion",
                json -> MerkleTree.includes(
                        number(json, "leafIdx"),
                        number(json, "treeSize"),
                        bytes(json, "leafHash"),
                        list(json, "proof"),
                        bytes(json, "root")));
    }

    @TestFactory
    List<DynamicTest> consistency() throws IOException {
        return tests(
                "consistency",
                json -> MerkleTree.consistent(
                        number(json, "size1"),
                        number(json, "size2"),
                        bytes(json, "root1"),
                        bytes(json, "root2"),
                        list(json, "proof")));
    }

    @Test
    void there_are_as_many_vectors_as_their_makers_published() throws IOException {
        then(files("inclusion").size() + files("consistency").size()).isEqualTo(196);
    }

    @Test
    void the_roots_of_rfc_6962_are_ours() throws IOException {
        var known = Files.readString(VECTORS.resolveSibling("../rfc6962-known-answers.json"));
        var hex = HexFormat.of();
        var leaves = strings(known, "leafInputsHex").stream()
                .map(input -> MerkleTree.leafHash(hex.parseHex(input)))
                .toList();
        then(leaves.stream().map(hex::formatHex)).containsExactlyElementsOf(strings(known, "leafHashesHex"));
        for (int size = 0; size <= leaves.size(); size++) {
            then(known)
                    .contains("\"%d\":\"%s\"".formatted(size, hex.formatHex(MerkleTree.root(leaves.subList(0, size)))));
        }
    }

    private static List<String> strings(String json, String key) {
        var list = Pattern.compile("\"" + key + "\":\\[([^\\]]*)\\]").matcher(json);
        then(list.find()).as(key).isTrue();
        return Pattern.compile("\"([^\"]*)\"")
                .matcher(list.group(1))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private interface Verifier {
        boolean accepts(String json);
    }

    private static List<DynamicTest> tests(String folder, Verifier verifier) throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (var file : files(folder)) {
            var json = Files.readString(file);
            var name = VECTORS.relativize(file).toString();
            boolean refused = json.contains("\"wantErr\": true");
            tests.add(DynamicTest.dynamicTest(
                    name, () -> then(verifier.accepts(json)).as(name).isEqualTo(!refused)));
        }
        return tests;
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.walk(VECTORS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static long number(String json, String key) {
        var matcher = Pattern.compile("\"" + key + "\":\\s*(\\d+)").matcher(json);
        then(matcher.find()).as(key).isTrue();
        // the vectors have sizes up to 2^64 - 1; what we cannot count we refuse
        var digits = matcher.group(1);
        return digits.length() > 18 ? -1 : Long.parseLong(digits);
    }

    private static byte[] bytes(String json, String key) {
        var matcher = Pattern.compile("\"" + key + "\":\\s*\"([^\"]*)\"").matcher(json);
        return matcher.find() ? Base64.getDecoder().decode(matcher.group(1)) : new byte[0];
    }

    private static List<byte[]> list(String json, String key) {
        var matcher = Pattern.compile("\"" + key + "\":\\s*\\[([^\\]]*)\\]").matcher(json);
        var found = new ArrayList<byte[]>();
        if (matcher.find()) {
            var values = Pattern.compile("\"([^\"]*)\"").matcher(matcher.group(1));
            while (values.find()) {
                found.add(Base64.getDecoder().decode(values.group(1)));
            }
        }
        return found;
    }
}
