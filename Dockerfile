# The image: the program, the shared libraries it links to, and CA certificates. No shell, no package manager; only /data is
# writable. scripts/image builds and tests it.

FROM rust:1.95-slim-bookworm AS build
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
WORKDIR /build

# `--build-arg LTO=off` builds faster; the program is larger.
ARG LTO=thin
ENV CARGO_PROFILE_DIST_LTO=$LTO

# Dependencies change rarely: build them in a layer of their own, with empty sources.
COPY .cargo/config.toml .cargo/
COPY Cargo.toml Cargo.lock ./
COPY migration/Cargo.toml migration/
RUN mkdir -p src migration/src \
    && touch src/lib.rs migration/src/lib.rs \
    && echo 'fn main() {}' > src/main.rs \
    && cargo build --profile dist --locked

COPY migration migration
COPY src src
COPY web/dist web/dist
# Cargo compares modification times, and the copied files may be older than the empty ones.
RUN touch src/lib.rs src/main.rs migration/src/lib.rs \
    && cargo build --profile dist --locked --bin groundwork

# Vulnerability scanners read the installed packages from dpkg's folder.
RUN mkdir -p /image/usr/bin /image/etc/ssl/certs /image/var/lib/dpkg/status.d /image/data \
    && cp target/dist/groundwork /image/usr/bin/ \
    && ldd target/dist/groundwork | grep -o '/[^ ]*' | xargs cp --parents --dereference --target-directory=/image \
    && cp /etc/ssl/certs/ca-certificates.crt /image/etc/ssl/certs/ \
    && echo 'hosts: files dns' > /image/etc/nsswitch.conf \
    && echo 'groundwork:x:65532:65532::/data:/sbin/nologin' > /image/etc/passwd \
    && echo 'groundwork:x:65532:' > /image/etc/group \
    && for package in ca-certificates libc6 libgcc-s1; do \
         dpkg-query --status "$package" > "/image/var/lib/dpkg/status.d/$package" \
         && cp --parents --dereference "/usr/share/doc/$package/copyright" /image; \
       done

FROM scratch
ARG VERSION=unknown
ARG REVISION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="Groundwork" \
      org.opencontainers.image.description="The service behind an honest career conversation" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.source="$SOURCE" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"

COPY --from=build /image /
# The default place of the embedded database.
COPY --from=build --chown=65532:65532 /image/data /data
WORKDIR /data
USER 65532:65532
ENV GROUNDWORK_BIND=0.0.0.0:8080
EXPOSE 8080 9464
HEALTHCHECK --interval=10s --timeout=4s --start-period=5s CMD ["/usr/bin/groundwork", "healthcheck"]
ENTRYPOINT ["/usr/bin/groundwork"]
CMD ["serve"]
