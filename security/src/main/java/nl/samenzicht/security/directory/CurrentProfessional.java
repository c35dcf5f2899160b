package nl.samenzicht.security.directory;

/**
 * Says who is asking, now.
 * The answer is read from the directory each time, so an ended session or function has effect on the next request.
 */
public interface CurrentProfessional {
    /**
     * Returns who is asking.
     *
     * @throws NotSignedIn when nobody is, or when the session, the account or the function has ended
     */
    ActingProfessional current();
}
