; The installer for Windows, made by `py packaging\run.py build` where Inno Setup 6 is installed.
; For one person, without an administrator; the data is kept at an uninstall unless the person says otherwise.
; Written after Inno Setup's manual; not run yet: no Windows was at hand.
; To sign it: ISCC /DSign=NAME, where NAME is a sign tool configured in Inno Setup. Unsigned, SmartScreen warns.

#ifndef Version
  #error "Say the version: ISCC /DVersion=0.1.0 (packaging\run.py does)"
#endif
#define Chinese FileExists(CompilerPath + "Languages\ChineseSimplified.isl")

[Setup]
AppId={{6B0B3B0E-5C1D-4E0B-9C63-1E6F0B8B2A57}
AppName=Merchant Console
AppVersion={#Version}
AppPublisher=Merchant Console maintainers
VersionInfoVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={userpf}\Merchant Console
DefaultGroupName=Merchant Console
DisableProgramGroupPage=yes
DisableDirPage=auto
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=merchant-console-{#Version}-windows-x64-setup
SetupIconFile=build\icons\app.ico
UninstallDisplayIcon={app}\merchant-console.exe
UninstallDisplayName=Merchant Console
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
#ifdef Sign
SignTool={#Sign}
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
#if Chinese
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif

[CustomMessages]
en.DesktopIcon=An icon on the desktop
en.Demo=Merchant Console demo
en.Start=Start Merchant Console
en.DeleteData=Delete the data as well?%n%n%1%n%nOrders, evidence and backups in there would be gone for good. Sign-ins stay in the Windows Credential Manager (merchant-console) until you remove them there.%n%nNo: they are kept for the next installation.
#if Chinese
zh.DesktopIcon=在桌面上放一个图标
zh.Demo=商家控制台示例
zh.Start=打开商家控制台
zh.DeleteData=是否同时删除数据？%n%n%1%n%n其中的订单、证据和备份将无法恢复。登录凭据仍保存在 Windows 凭据管理器（merchant-console）中，可在那里删除。%n%n选“否”：数据会保留，供下次安装使用。
#endif

[Tasks]
Name: "desktop"; Description: "{cm:DesktopIcon}"; Flags: unchecked

[InstallDelete]
; what an older version brought and this one does not
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\merchant-console\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Merchant Console"; Filename: "{app}\merchant-console.exe"
Name: "{autoprograms}\{cm:Demo}"; Filename: "{app}\merchant-console.exe"; Parameters: "demo"
Name: "{autodesktop}\Merchant Console"; Filename: "{app}\merchant-console.exe"; Tasks: desktop

[Run]
Filename: "{app}\merchant-console.exe"; Description: "{cm:Start}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Data: String;
begin
  if Step <> usPostUninstall then
    Exit;
  Data := ExpandConstant('{userappdata}\merchant-console');
  if UninstallSilent or not DirExists(Data) then
    Exit;  // whoever is not asked keeps everything
  if MsgBox(FmtMessage(CustomMessage('DeleteData'), [Data]), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
    DelTree(Data, True, True, True);
end;
