#!/bin/sh
# Signs, notarises and packs the bundle that `python3 packaging/run.py build` made on a Mac:
#
#   SIGN_IDENTITY="Developer ID Application: NAME (TEAM)" NOTARY_PROFILE=NAME packaging/macos/sign.sh
#
# SIGN_IDENTITY   a certificate of the keychain:  security find-identity -v -p codesigning
# NOTARY_PROFILE  kept once by:  xcrun notarytool store-credentials NAME --apple-id … --team-id … --password …
#
# Without them it changes nothing and says what is missing. Written after Apple's manuals; not run yet: no Mac was at
# hand. Only the part that says what is missing was tried, on Linux.
set -eu

cd "$(dirname "$0")/../.."
app="dist/Merchant Console.app"
entitlements=packaging/macos/entitlements.plist
missing=0
lacks() {
    echo "Missing: $1" >&2
    missing=1
}
[ "$(uname)" = Darwin ] || lacks "macOS; codesign and notarytool are found nowhere else"
[ -d "$app" ] || lacks "$app; make it by: python3 packaging/run.py build"
[ -n "${SIGN_IDENTITY:-}" ] || lacks "SIGN_IDENTITY, a 'Developer ID Application' certificate's name"
[ -n "${NOTARY_PROFILE:-}" ] || lacks "NOTARY_PROFILE, the name under which notarytool keeps its credentials"
[ "$missing" = 0 ] || exit 2

version=$(/usr/libexec/PlistBuddy -c "Print CFBundleShortVersionString" "$app/Contents/Info.plist")
image="dist/merchant-console-$version-macos-$(uname -m).dmg"
sign() {
    codesign --force --timestamp --options runtime --sign "$SIGN_IDENTITY" "$@"
}

# from the inside out: a signature covers what lies within, so that must be signed before
find "$app/Contents" -type f | while IFS= read -r file; do
    case $(file -b "$file") in
        Mach-O*) [ "$file" = "$app/Contents/MacOS/merchant-console" ] || sign "$file" ;;
    esac
done
find "$app/Contents" -depth -type d -name "*.framework" | while IFS= read -r folder; do sign "$folder"; done
sign --entitlements "$entitlements" "$app/Contents/MacOS/merchant-console"
sign --entitlements "$entitlements" "$app"
codesign --verify --strict --verbose=2 "$app"

archive=$(mktemp -d)/app.zip
ditto -c -k --keepParent "$app" "$archive"
xcrun notarytool submit "$archive" --keychain-profile "$NOTARY_PROFILE" --wait
rm "$archive"
xcrun stapler staple "$app"

hdiutil create -volname "Merchant Console" -srcfolder "$app" -ov -format UDZO "$image"
codesign --force --timestamp --sign "$SIGN_IDENTITY" "$image"
xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
echo "$image"
