package nl.samenzicht.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** A file of a backup opens for who has its passphrase, as it was written, or not at all. */
class SealingTest {
    private static final char[] PASSPHRASE = "zes woorden door het lot bepaald".toCharArray();

    private static byte[] sealed(byte[] plain, char[] passphrase, String kind) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = Sealing.sealing(file, passphrase, kind)) {
            out.write(plain);
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] file, char[] passphrase, String kind) throws IOException {
        try (var in = Sealing.opened(new ByteArrayInputStream(file), passphrase, kind)) {
            return in.readAllBytes();
        }
    }

    @Property(tries = 6)
    void what_went_in_comes_out_whatever_the_passphrase(
            @ForAll byte[] plain, @ForAll @StringLength(min = 20, max = 60) String passphrase) throws IOException {
        var file = sealed(plain, passphrase.toCharArray(), "data");
        then(opened(file, passphrase.toCharArray(), "data")).isEqualTo(plain);
    }

    @Property(tries = 3)
    void it_goes_over_the_edges_of_segments(@ForAll @IntRange(min = -2, max = 2) int more) throws IOException {
        var plain = new byte[2 * (1 << 20) + more];
        Arrays.fill(plain, (byte) 7);
        then(opened(sealed(plain, PASSPHRASE, "data"), PASSPHRASE, "data")).isEqualTo(plain);
    }

    @Property(tries = 12)
    void one_bit_that_changed_anywhere_is_noticed(
            @ForAll @Size(min = 1, max = 200) byte[] plain, @ForAll @IntRange(min = 0) int where) throws IOException {
        var file = sealed(plain, PASSPHRASE, "keys");
        file[where % file.length] ^= (byte) (1 << where % 8);
        thenThrownBy(() -> opened(file, PASSPHRASE, "keys")).isInstanceOf(IOException.class);
    }

    @Property(tries = 12)
    void a_file_that_was_cut_off_anywhere_is_noticed(
            @ForAll @Size(min = 1, max = 200) byte[] plain, @ForAll @IntRange(min = 0) int where) throws IOException {
        var file = sealed(plain, PASSPHRASE, "keys");
        thenThrownBy(() -> opened(Arrays.copyOf(file, where % file.length), PASSPHRASE, "keys"))
                .isInstanceOf(IOException.class);
    }

    @Property(tries = 3)
    void a_segment_that_was_left_out_at_the_end_is_noticed(@ForAll @IntRange(min = 1, max = 1000) int over)
            throws IOException {
        var file = sealed(new byte[(1 << 20) + over + 200], PASSPHRASE, "data");
        thenThrownBy(() -> opened(Arrays.copyOf(file, 20 + 16 + (1 << 20)), PASSPHRASE, "data"))
                .isInstanceOf(IOException.class);
    }

    @Property(tries = 3)
    void the_files_of_data_and_of_keys_cannot_be_swapped(@ForAll byte[] plain) throws IOException {
        var file = sealed(plain, PASSPHRASE, "data");
        thenThrownBy(() -> opened(file, PASSPHRASE, "keys")).isInstanceOf(IOException.class);
    }

    @Property(tries = 3)
    void another_passphrase_opens_nothing(@ForAll byte[] plain) throws IOException {
        var file = sealed(plain, PASSPHRASE, "data");
        thenThrownBy(() -> opened(file, "zes woorden door het lot bepaalD".toCharArray(), "data"))
                .isInstanceOf(IOException.class);
    }

    @Property(tries = 3)
    void the_same_twice_looks_different(@ForAll @Size(min = 16, max = 40) byte[] plain) throws IOException {
        then(sealed(plain, PASSPHRASE, "data")).isNotEqualTo(sealed(plain, PASSPHRASE, "data"));
        then(new String(sealed(plain, PASSPHRASE, "data"), UTF_8)).startsWith("samenzicht backup 1\n");
    }
}
