@echo off
rem Runs Tendril from its unpacked distribution, on Java 17 or newer.
rem
rem   JAVA_HOME          the Java to use; without it, the "java" on the path
rem   JAVA_OPTS          further options for the JVM
rem   TENDRIL_JAVA_OPTS  the same, for Tendril alone; given last, so it wins
setlocal

for %%i in ("%~dp0..") do set "TENDRIL_HOME=%%~fi"

set "TENDRIL_JAVA=java"
if defined JAVA_HOME set "TENDRIL_JAVA=%JAVA_HOME%\bin\java.exe"

set "TENDRIL_VERSION="
for /f "tokens=3" %%v in ('""%TENDRIL_JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do (
  if not defined TENDRIL_VERSION set "TENDRIL_VERSION=%%~v"
)
if not defined TENDRIL_VERSION (
  echo tendril: no Java found; install Java 17 or newer, then put it on the PATH or set JAVA_HOME. 1>&2
  exit /b 1
)
set "TENDRIL_MAJOR="
for /f "delims=.+-" %%m in ("%TENDRIL_VERSION%") do set "TENDRIL_MAJOR=%%m"
if %TENDRIL_MAJOR% LSS 17 (
  echo tendril: Java 17 or newer is needed, but this is version %TENDRIL_VERSION%; set JAVA_HOME to a newer one. 1>&2
  exit /b 1
)

set "TENDRIL_NATIVE="
if %TENDRIL_MAJOR% GEQ 22 set "TENDRIL_NATIVE=--enable-native-access=ALL-UNNAMED"

set TENDRIL_OPTIONS=-XX:+UseSerialGC -Xmn32m -XX:MaxRAMPercentage=70 -Djava.awt.headless=true "-Dtendril.home=%TENDRIL_HOME%" --add-modules jdk.incubator.vector %TENDRIL_NATIVE%

rem An archive of classes makes starts shorter; one that cannot be made stays empty and is not tried again.
set "TENDRIL_ARCHIVE=%TENDRIL_HOME%\cache\%TENDRIL_VERSION%.jsa"
if not exist "%TENDRIL_HOME%\cache\" mkdir "%TENDRIL_HOME%\cache" 2>nul
if not exist "%TENDRIL_ARCHIVE%" if exist "%TENDRIL_HOME%\cache\" (
  "%TENDRIL_JAVA%" %TENDRIL_OPTIONS% -XX:TieredStopAtLevel=1 "-XX:ArchiveClassesAtExit=%TENDRIL_ARCHIVE%.new" -cp "%TENDRIL_HOME%\lib\*" dev.tendril.cli.Rehearsal < nul > nul 2>&1 || type nul > "%TENDRIL_ARCHIVE%.new"
  move /y "%TENDRIL_ARCHIVE%.new" "%TENDRIL_ARCHIVE%" > nul
)
if exist "%TENDRIL_ARCHIVE%" set TENDRIL_OPTIONS=%TENDRIL_OPTIONS% "-XX:SharedArchiveFile=%TENDRIL_ARCHIVE%" -Xlog:cds*=off

"%TENDRIL_JAVA%" %TENDRIL_OPTIONS% %JAVA_OPTS% %TENDRIL_JAVA_OPTS% -cp "%TENDRIL_HOME%\lib\*" dev.tendril.cli.Main %*
exit /b %ERRORLEVEL%
