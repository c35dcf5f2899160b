package nl.samenzicht.security.policy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/**
 * The same, on the folder that was handed over rather than on the copy beside these tests; {@code
 * -Dauthz.data} names another folder.
 */
@Tag("reference")
class AuthzWorkloadReferenceTest extends AuthzWorkloadTest {

    @Override
    Path folder() {
        return Path.of(System.getProperty("authz.data", "../../shared/data/authz"));
    }
}
