; The installer: for one user, without administrator rights, in Chinese and English.
; makensis -DVERSION=… -DSOURCE=folder -DTARGET=file -DICON=file [-DCPU=…] [-DSIGN=command]
Unicode true
; Debian's NSIS makes 64-bit setups, the one for Windows brings none of the parts for that.
!ifdef CPU
  Target ${CPU}
!endif
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
!include MUI2.nsh
!include FileFunc.nsh

!define WINDOW "报告评查.exe"
!define CONSOLE "reviewer.exe"
!define UNINSTALLER "uninstall.exe"
!define CLASSES "Software\Classes"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Reviewer"
!define OPTIONS_KEY "Software\Reviewer"

Name "$(PROGRAM)"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Reviewer"
InstallDirRegKey HKCU "${OPTIONS_KEY}" "Folder"
BrandingText "Reviewer ${VERSION}"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString PROGRAM ${LANG_SIMPCHINESE} "报告评查"
LangString PROGRAM ${LANG_ENGLISH} "Reviewer"
LangString PROJECT ${LANG_SIMPCHINESE} "报告评查项目"
LangString PROJECT ${LANG_ENGLISH} "Reviewer project"
LangString RUNNING ${LANG_SIMPCHINESE} "报告评查正在运行。请先关闭它，然后点“重试”。"
LangString RUNNING ${LANG_ENGLISH} "Reviewer is running. Close it, then choose Retry."
LangString KEPT ${LANG_SIMPCHINESE} "您的评查项目和评分表都没有改动。"
LangString KEPT ${LANG_ENGLISH} "Your projects and score sheets were left as they are."

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "ProductName" "报告评查"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "FileDescription" "报告评查 安装程序"
VIAddVersionKey /LANG=${LANG_SIMPCHINESE} "LegalCopyright" "MIT"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "Reviewer"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "Reviewer setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "MIT"

; Windows lets nobody write to a program that runs. Silent runs end with status 4.
!macro WAIT_FOR_END UN
Function ${UN}WaitForEnd
  again:
    IfFileExists "$INSTDIR\${WINDOW}" 0 free
    ClearErrors
    FileOpen $0 "$INSTDIR\${WINDOW}" a
    IfErrors busy
    FileClose $0
    Goto free
  busy:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 4
    Quit
  free:
FunctionEnd
!macroend
!insertmacro WAIT_FOR_END ""
!insertmacro WAIT_FOR_END "un."

; Only what the installer brought is removed, by name: the user may have put files beside it.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\${CONSOLE}"
!macroend

!macro REFRESH_ICONS
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro OFFER FOR
  WriteRegStr HKCU "${CLASSES}\${FOR}\OpenWithProgids" "Reviewer.Report" ""
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}\SupportedTypes" "${FOR}" ""
!macroend

!macro WITHDRAW FOR
  DeleteRegValue HKCU "${CLASSES}\${FOR}\OpenWithProgids" "Reviewer.Report"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${FOR}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${FOR}"
!macroend

Section
  Call WaitForEnd
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  CreateShortcut "$SMPROGRAMS\$(PROGRAM).lnk" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${OPTIONS_KEY}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${OPTIONS_KEY}" "Shortcut" "$SMPROGRAMS\$(PROGRAM).lnk"

  WriteRegStr HKCU "${CLASSES}\Reviewer.Project" "" "$(PROJECT)"
  WriteRegStr HKCU "${CLASSES}\Reviewer.Project\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${CLASSES}\Reviewer.Project\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.review" "" "Reviewer.Project"
  WriteRegStr HKCU "${CLASSES}\Reviewer.Report\shell\open" "FriendlyAppName" "$(PROGRAM)"
  WriteRegStr HKCU "${CLASSES}\Reviewer.Report\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}" "FriendlyAppName" "$(PROGRAM)"
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  !insertmacro OFFER ".docx"
  !insertmacro OFFER ".doc"
  !insertmacro OFFER ".pdf"
  !insertmacro OFFER ".txt"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "$(PROGRAM)"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "Reviewer"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  !insertmacro REFRESH_ICONS
SectionEnd

Section "Uninstall"
  Call un.WaitForEnd
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "${OPTIONS_KEY}" "Shortcut"
  Delete "$0"
  ; Settings go; projects and the user's own phrases stay, and with them their folder.
  Delete "$LOCALAPPDATA\reviewer\settings.toml"
  RMDir /r "$LOCALAPPDATA\reviewer\temporary"
  RMDir "$LOCALAPPDATA\reviewer"
  DeleteRegKey HKCU "${CLASSES}\Reviewer.Project"
  DeleteRegKey HKCU "${CLASSES}\Reviewer.Report"
  DeleteRegKey HKCU "${CLASSES}\Applications\${WINDOW}"
  DeleteRegKey HKCU "${CLASSES}\.review"
  !insertmacro WITHDRAW ".docx"
  !insertmacro WITHDRAW ".doc"
  !insertmacro WITHDRAW ".pdf"
  !insertmacro WITHDRAW ".txt"
  DeleteRegKey HKCU "${OPTIONS_KEY}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  !insertmacro REFRESH_ICONS
  DetailPrint "$(KEPT)"
SectionEnd
