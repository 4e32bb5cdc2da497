#!/usr/bin/env bash
# ImageMagick 6: a dashed path joins its parts.
#
# One would guess that dashes change how a path is drawn and not where: a path of two lines with a
# move between them is two lines, dashed or not, as SVG says and other renderers draw it.
# What happens: undashed, nothing is drawn on the way of the move. With `stroke-dasharray` the move is
# dashed like a line, so that a grid or a row of dotted lines written as one path becomes a zigzag.
# The same path is wrong by -draw and by ImageMagick's own SVG renderer (MSVG:).
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

# How many pixels between two horizontal lines, at heights 10 and 30, are not black.
between() {
  "$convert" "$@" -depth 8 -crop 60x12+0+14 +repage -threshold 0 txt:- | grep -c '#FFFFFF' || true
}
path='M 10,10 L 50,10 M 10,30 L 50,30'
drawn() {
  between -size 60x40 xc:black -fill none -stroke white -draw "$1 path '$path'"
}
rendered() {
  echo "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><rect width='60' height='40'/>
    <path fill='none' stroke='#fff' $1 d='$path'/></svg>" >lines.svg
  between MSVG:lines.svg
}
plain="$(drawn '') $(rendered '')"
dashed="$(drawn 'stroke-dasharray 4 4') $(rendered "stroke-dasharray='4 4'")"
echo "pixels drawn between two lines of one path, by -draw and as SVG:"
echo "  undashed: $plain"
echo "  dashed:   $dashed"
read -r one other <<<"$dashed"
if [ "$plain" = "0 0" ] && [ "$one" -gt 0 ] && [ "$other" -gt 0 ]; then
  echo "as stated"
else
  echo "this has changed"
  exit 1
fi
