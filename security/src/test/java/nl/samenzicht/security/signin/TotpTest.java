package nl.samenzicht.security.signin;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of the published vectors: RFC 6238, appendix B, and RFC 4226, appendix D. */
    private static final byte[] PUBLISHED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "at {0} seconds the code is {1}")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void gives_the_codes_of_rfc_6238_appendix_b(long seconds, String expected) {
        then("%08d".formatted(Totp.code(PUBLISHED, seconds / 30, 100_000_000))).isEqualTo(expected);
        // and the six digits that people type are the last six of these
        then(Totp.stepOf(PUBLISHED, expected.substring(2), Instant.ofEpochSecond(seconds)))
                .isEqualTo(OptionalLong.of(seconds / 30));
    }

    @ParameterizedTest(name = "step {0} has code {1}")
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void gives_the_codes_of_rfc_4226_appendix_d(long step, String expected) {
        then("%06d".formatted(Totp.code(PUBLISHED, step, 1_000_000))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writes_a_secret_as_rfc_4648_section_10_without_padding(String plain, String expected) {
        then(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} seconds after its step began, the code of the step {1} counts: {2}")
    @CsvSource({
        "0, -2, false", "0, -1, true", "0, 0, true", "0, 1, true", "0, 2, false",
        "29, -2, false", "29, -1, true", "29, 0, true", "29, 1, true", "29, 2, false"
    })
    void one_step_before_and_one_after_count_and_no_more(long late, long step, boolean counts) {
        // given
        long now = 37_037_036L;
        var code = "%06d".formatted(Totp.code(PUBLISHED, now + step, 1_000_000));
        // when
        var found = Totp.stepOf(PUBLISHED, code, Instant.ofEpochSecond(now * 30 + late));
        // then
        then(found).isEqualTo(counts ? OptionalLong.of(now + step) : OptionalLong.empty());
    }

    @ParameterizedTest(name = "''{0}'' is no code")
    @CsvSource({"28708", "2870822", "28708a", "-28708", "''", "٢٨٧٠٨٢"})
    void what_is_not_six_digits_is_no_code(String typed) {
        then(Totp.stepOf(PUBLISHED, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void spaces_in_a_code_do_not_matter() {
        then(Totp.stepOf(PUBLISHED, " 287 082 ", Instant.ofEpochSecond(59))).hasValue(1);
    }

    @Test
    void the_address_for_the_app_holds_no_sign_that_breaks_it() {
        then(Totp.uri(PUBLISHED, "noor+1@waterdam.example"))
                .isEqualTo("otpauth://totp/Samenzicht%3Anoor%2B1%40waterdam.example"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Samenzicht");
    }

    @Test
    void two_secrets_differ_and_have_160_bits() {
        then(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }
}
