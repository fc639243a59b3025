#!/bin/sh
# Installs the unpacked build for this user, without root:   ./install.sh
# Takes it away again (data and sign-ins stay):              ./install.sh --remove
# Takes it and the data away; asks first:                    ./install.sh --remove --data
set -eu

here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
opt=$HOME/.local/opt/merchant-console
bin=$HOME/.local/bin/merchant-console
entry=$share/applications/merchant-console.desktop
icon=$share/icons/hicolor/scalable/apps/merchant-console.svg
picture=$share/icons/hicolor/256x256/apps/merchant-console.png
data=$share/merchant-console

if [ "${1:-}" = "--remove" ]; then
    rm -rf "$opt"
    rm -f "$bin" "$entry" "$icon" "$picture"
    if [ "${2:-}" = "--data" ] && [ -d "$data" ]; then
        printf '%s\n' "Delete orders, evidence and backups in $data? This cannot be undone. Type yes:"
        read -r answer
        if [ "$answer" = yes ]; then
            rm -rf "$data"
            echo "Deleted. Sign-ins are in the system's key store under the name merchant-console."
            exit 0
        fi
    fi
    echo "Removed. The data stays in $data"
    exit 0
fi

mkdir -p "$HOME/.local/opt" "$HOME/.local/bin" "$share/applications" "${icon%/*}" "${picture%/*}"
if [ "$here" != "$opt" ]; then
    rm -rf "$opt.new"
    cp -R "$here" "$opt.new"
    rm -rf "$opt" # an older one
    mv "$opt.new" "$opt"
fi
ln -sf "$opt/merchant-console" "$bin"
cp "$opt/share/merchant-console.svg" "$icon"
cp "$opt/share/merchant-console.png" "$picture"
# what stands in quotes of Exec is escaped twice: for the quotes, then for the entry itself
quoted=$(printf '%s' "$opt/merchant-console" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g')
while IFS= read -r line; do
    case $line in
        Exec=*) printf '%s\n' "Exec=\"$quoted\"${line#Exec=merchant-console}" ;;
        *) printf '%s\n' "$line" ;;
    esac
done < "$opt/share/merchant-console.desktop" > "$entry"
echo "Installed. Start it from the menu (商家控制台 / Merchant Console) or type: $bin"
