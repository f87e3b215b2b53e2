#!/usr/bin/env bash
# Builds a stand-in for the image `postgres:15` from Debian's packages, for
# machines that reach a Debian mirror and no container registry.
# Usage: postgres-image.sh [IMAGE]
set -euo pipefail

image=${1:-postgres:15}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# The mirror that apt is configured with, or nothing for debootstrap's default.
debian_mirror() {
  apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
    awk '$1 == "bookworm" && $2 == "main" && !mirror { mirror = $3 } END { print mirror }'
}

# A container needs neither the cluster made at installation, nor the
# just-in-time compiler, which is a third of the image's size.
remove_ballast() {
  rm -rf "$1"/var/cache/apt/* "$1"/var/lib/apt/lists/* "$1"/var/log/*.log "$1"/var/log/postgresql/* \
    "$1"/usr/share/{doc,info,man,i18n} "$1"/var/lib/postgresql/15 "$1"/etc/postgresql/15 \
    "$1"/usr/lib/postgresql/15/lib/{bitcode,llvmjit*} "$1"/usr/lib/*/libLLVM-*.so* "$1"/usr/lib/llvm-*
}

root=$(mktemp -d)
trap 'rm -rf --one-file-system "$root"' EXIT
# The folder becomes the container's `/`, which every user has to pass through.
chmod 755 "$root"

mirror=$(debian_mirror)
debootstrap --variant=minbase --include=locales,postgresql-15,postgresql-15-pgaudit \
  bookworm "$root" ${mirror:+"$mirror"}
chroot "$root" localedef -i en_US -c -f UTF-8 -A /usr/share/locale/locale.alias en_US.UTF-8
remove_ballast "$root"
install --mode=755 "$here/postgres-entrypoint.sh" "$root/usr/local/bin/docker-entrypoint.sh"

tar -C "$root" --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -c . |
  docker import - "$image-files"
# `docker import --change` does not know STOPSIGNAL. The classic builder finds
# the local image whichever builder the client would choose.
DOCKER_BUILDKIT=0 docker build --tag "$image" - <<DOCKERFILE
FROM $image-files
ENV PATH=/usr/lib/postgresql/15/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ENV LANG=en_US.utf8
ENV PGDATA=/var/lib/postgresql/data
ENTRYPOINT ["docker-entrypoint.sh"]
STOPSIGNAL SIGINT
EXPOSE 5432
CMD ["postgres"]
VOLUME /var/lib/postgresql/data
DOCKERFILE
docker rmi --no-prune "$image-files"
