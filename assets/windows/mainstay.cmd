@echo off
rem The command line of the installed program: Electron's own Node runs it.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\..\Mainstay.exe" "%~dp0..\app.asar\out\main\cli.cjs" %*
exit /b %ERRORLEVEL%
