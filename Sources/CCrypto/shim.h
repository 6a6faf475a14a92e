// OpenSSL's digests as Debian packages them (libssl-dev); Hashing alone imports this.
#include <openssl/evp.h>
