#!/usr/bin/env bash
# ImageMagick 6: a path that moves twice before it draws is lost.
#
# One would guess that a move that draws nothing is harmless: `M 10,10 m 4,2 l 20,0` is the line of
# `M 14,12 l 20,0`, which is handy where one shape is stamped at many places, and SVG allows it.
# What happens: after the second move nothing of that part is drawn, whether the moves are absolute or
# relative, by -draw as by ImageMagick's own SVG renderer (MSVG:); no warning is given, and the parts of
# the path that have one move are there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
version=8:6.9.11.60+dfsg-1.6+deb12u11
apt-get download -qq \
  {imagemagick-6.q16,libmagickcore-6.q16-6,libmagickwand-6.q16-6,libmagickcore-6.q16-6-extra}="$version" \
  libbrotli1 libbsd0 libfftw3-double3 libfontconfig1 libfreetype6 libglib2.0-0 libgomp1 libicu72 \
  liblcms2-2 liblqr-1-0 libltdl7 libmd0 libpng16-16 libx11-6 libxau6 libxcb1 libxdmcp6 libxext6 libxml2 \
  2>apt.log || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root; done
libraries=$folder/root/usr/lib/$(uname -m)-linux-gnu
export LD_LIBRARY_PATH=$libraries
MAGICK_CODER_MODULE_PATH=$(echo "$libraries"/ImageMagick-6.*/modules-Q16/coders)
export MAGICK_CODER_MODULE_PATH MAGICK_CONFIGURE_PATH=$folder HOME=$folder
convert=$folder/root/usr/bin/convert-im6.q16
"$convert" -version | head -n 1

pixels() { "$convert" "$@" -depth 8 -threshold 0 txt:- | grep -c '#FFFFFF' || true; }
# How many pixels a path draws, by -draw and as SVG.
drawn() {
  echo "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><rect width='60' height='40'/>
    <path fill='none' stroke='#fff' d='$1'/></svg>" >path.svg
  echo "$(pixels -size 60x40 xc:black -fill none -stroke white -draw "path '$1'") $(pixels MSVG:path.svg)"
}
paths=('M 14,12 l 20,0' 'M 10,10 m 4,2 l 20,0' 'M 0,0 M 14,12 l 20,0')
found=()
for path in "${paths[@]}"; do
  found+=("$(drawn "$path")")
  printf '  %-22s pixels drawn: %s\n' "$path" "${found[-1]}"
done
read -r one other <<<"${found[0]}"
if [ "$one" -gt 0 ] && [ "$other" -gt 0 ] \
  && [ "${found[1]}" = "0 0" ] && [ "${found[2]}" = "0 0" ]; then
  echo "as stated"
else
  echo "this has changed"
  exit 1
fi
