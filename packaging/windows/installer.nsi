; The Windows installer. build.py calls it: makensis -DVERSION=.. -DLIST=<files.nsh> -DOUT=<setup.exe> -DPICTURES=<folder> [-DFAST]
; Exit codes: 0 done, 2 stopped half-way, 5 Windows is too old, 7 the program is running.
Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32
!endif
SetDateSave off

!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define APP "PATEN Desk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define OLDEST_BUILD 17763 ; Windows 10 version 1809, the oldest that Qt 6.11 supports
!define ALL_USERS "*S-1-5-32-545:(OI)(CI)M" ; the group Users, whatever Windows calls it, may change all below

Name "${APP}"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\${APP}"
InstallDirRegKey HKLM "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel admin
ManifestSupportedOS Win10
ManifestDPIAware true
BrandingText "${APP} ${VERSION}"

!define MUI_ICON "${PICTURES}/app.ico"
!define MUI_UNICON "${PICTURES}/app.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/side.bmp"
!define MUI_WELCOMEPAGE_TITLE "Memasang ${APP} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Program pelayanan satu loket kecamatan, tanpa jaringan.$\r$\n$\r$\nBila ${APP} sudah ada di komputer ini, program lama diganti. Data kantor tidak berubah.$\r$\n$\r$\nTekan Lanjut untuk mulai."
!define MUI_FINISHPAGE_TITLE "${APP} sudah terpasang"
!define MUI_FINISHPAGE_TEXT "Buka ${APP} dari ikonnya di Desktop atau di menu Start."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${APP} akan dihapus dari komputer ini. Data kantor di folder ProgramData tetap ada dan dapat dipakai lagi setelah program dipasang kembali."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_INDONESIAN} "ProductName" "${APP}"
VIAddVersionKey /LANG=${LANG_INDONESIAN} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_INDONESIAN} "FileVersion" "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_INDONESIAN} "FileDescription" "Pemasang ${APP}"
VIAddVersionKey /LANG=${LANG_INDONESIAN} "CompanyName" "${APP}"
VIAddVersionKey /LANG=${LANG_INDONESIAN} "LegalCopyright" "Apache-2.0; LICENSES"

; A program that runs cannot be opened for writing.
!macro RefuseWhileRunning PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_ICONSTOP "${APP} masih terbuka di komputer ini. Tutup dahulu, lalu ulangi." /SD IDOK
      SetErrorLevel 7
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; The old program goes as a whole, so that no module of it is left beside the new ones. Data lie elsewhere.
!macro RemoveProgram
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\LICENSES"
!macroend

; Whoever logs in to Windows at this counter works with the same office.
!macro OpenToAllUsers FOLDER
  CreateDirectory "${FOLDER}"
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "${FOLDER}" /grant "${ALL_USERS}" /Q'
  Pop $0
  ${If} $0 != 0
    DetailPrint "Izin folder ${FOLDER} belum berlaku untuk semua pengguna Windows (icacls: $0)."
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    Call RefuseWindows
  ${EndIf}
  ${WinVerGetBuild} $0
  ${If} $0 < ${OLDEST_BUILD}
    Call RefuseWindows
  ${EndIf}
FunctionEnd

Function RefuseWindows
  MessageBox MB_ICONSTOP "${APP} memerlukan Windows 10 versi 1809 atau yang lebih baru. Perbarui Windows, atau pakai komputer lain." /SD IDOK
  SetErrorLevel 5
  Quit
FunctionEnd

Section "install"
  SetShellVarContext all
  !insertmacro RefuseWhileRunning "PATEN Desk.exe"
  !insertmacro RefuseWhileRunning "paten-cli.exe"
  !insertmacro RemoveProgram
  !include "${LIST}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  !insertmacro OpenToAllUsers "$APPDATA\PATEN Desk"
  !insertmacro OpenToAllUsers "$APPDATA\PATEN Desk kunci"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\PATEN Desk.exe"
  CreateShortcut "$DESKTOP\${APP}.lnk" "$INSTDIR\PATEN Desk.exe"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayIcon" "$INSTDIR\PATEN Desk.exe"
  WriteRegStr HKLM "${UNINSTALL}" "Publisher" "${APP}"
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  SetShellVarContext all
  !insertmacro RefuseWhileRunning "PATEN Desk.exe"
  !insertmacro RefuseWhileRunning "paten-cli.exe"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\PATEN Desk.exe"
  Delete "$INSTDIR\paten-cli.exe"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$DESKTOP\${APP}.lnk"
  DeleteRegKey HKLM "${UNINSTALL}"
SectionEnd
