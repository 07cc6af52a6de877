; Inno Setup 6: an installer from the folder that `python3 tasks.py bundle folder` makes on Windows.
; Not run yet: written from Inno Setup's documentation, checked by tests/unit/packing/test_recipes.py.
;   iscc /DVersion=0.1.0 packaging\windows\workspace-assistant.iss

#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
; Never changed: by it a newer version finds the older one.
AppId={{5B8E5E0B-6A3D-4E0E-9B3C-2F6B0E0F7C11}
AppName=Workspace Assistant
AppVersion={#Version}
AppPublisher=workspace-assistant contributors
DefaultDirName={autopf}\Workspace Assistant
DefaultGroupName=Workspace Assistant
DisableProgramGroupPage=yes
; For one person without an administrator; /ALLUSERS for everybody.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=workspace-assistant-{#Version}-setup
SetupIconFile=workspace-assistant.ico
UninstallDisplayIcon={app}\workspace-assistantw.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Files]
Source: "..\..\dist\workspace-assistant\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Workspace Assistant"; Filename: "{app}\workspace-assistantw.exe"

[UninstallRun]
; The timer and the start at login that the program itself made; what it kept stays.
Filename: "{app}\workspace-assistant.exe"; Parameters: "schedule remove"; Flags: runhidden; RunOnceId: "Timer"
Filename: "{app}\workspace-assistant.exe"; Parameters: "schedule autostart off"; Flags: runhidden; RunOnceId: "Autostart"

[Run]
Filename: "{app}\workspace-assistantw.exe"; Description: "{cm:LaunchProgram,Workspace Assistant}"; Flags: nowait postinstall skipifsilent
